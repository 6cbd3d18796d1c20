// Pictures from files: copied beside the manifest, and named in a field or in the text.

import { node } from "./dom.js";

/** The pictures that are taken. */
export const PICTURES = "image/png,image/jpeg,image/gif,image/webp,image/svg+xml";

/** Whether all files that are dragged are pictures. */
export const arePictures = ({ items }) => items.length > 0 && [...items].every(({ kind, type }) => kind === "file" && type.startsWith("image/"));

/** Copies a picture beside the manifest; the answer names it. */
export async function copied(file) {
  const answer = await fetch(`/images/${encodeURIComponent(file.name)}`, { method: "POST", body: file }).catch(() => null);
  return answer?.ok ? answer.json() : null;
}

/** Where a picture is dropped or chosen for the record `told`: it is copied beside the manifest and named in its field. */
export function picture(told, desk) {
  const { words, form } = desk;
  if (!form.editable) return null;
  const choose = node("input", { type: "file", accept: PICTURES });
  const label = node("label", { className: "choose plain" }, words.choose_picture, choose);
  const zone = node("div", { className: "drop" }, label, node("p", { className: "hint" }, words.drop_picture));
  const take = async (file) => {
    if (!file) return;
    const taken = await copied(file);
    if (!taken?.saved) return desk.tell(taken?.why ?? words.not_saved, true);
    const at = [...told.path, "file"];
    const [before, alt] = ["file", "alt"].map((name) => desk.sheet.told([...told.path, name])?.value);
    await desk.edit([{ do: "set", at, value: taken.file, after: told.after }], [at], before && alt ? words.picture_instead : words.added);
    desk.sheet.focusField([...told.path, "alt"]);
  };
  choose.addEventListener("change", async () => {
    await take(choose.files[0]);
    choose.value = "";
  });
  zone.addEventListener("dragover", (event) => {
    event.preventDefault();
    zone.classList.add("over");
  });
  zone.addEventListener("dragleave", () => zone.classList.remove("over"));
  zone.addEventListener("drop", (event) => {
    event.preventDefault();
    zone.classList.remove("over");
    take(event.dataTransfer.files[0]);
  });
  return zone;
}
