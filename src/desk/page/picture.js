// A picture comes to the number: chosen or dropped, it is copied beside the manifest and named in its field.

import { node } from "./controls.js";

const KINDS = "image/png,image/jpeg,image/gif,image/webp,image/svg+xml";

/** Where a picture is dropped or chosen for the record `told`. */
export function picture(told, desk) {
  const { words, form } = desk;
  if (!form.editable) return null;
  const choose = node("input", { type: "file", accept: KINDS });
  const label = node("label", { className: "choose plain" }, words.choose_picture, choose);
  const zone = node("div", { className: "drop" }, label, node("p", { className: "hint" }, words.drop_picture));
  const take = async (file) => {
    if (!file) return;
    const path = `/images/${encodeURIComponent(file.name)}`;
    const answer = await fetch(path, { method: "POST", body: file }).catch(() => null);
    const taken = answer?.ok ? await answer.json() : null;
    if (!taken?.saved) return desk.tell(taken?.why ?? words.not_saved, true);
    const at = [...told.path, "file"];
    await desk.edit([{ do: "set", at, value: taken.file, after: told.after }], [at], words.added);
    desk.focusField([...told.path, "alt"]);
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
