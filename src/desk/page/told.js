// What was found, at the field it is about.

import { isWrong } from "./controls.js";
import { part } from "./findings.js";

const text = JSON.stringify;

/** Tells the findings of the news at their fields: `find` gives the control at a path, or above it. */
export function tellFindings(root, news, words, controls, find) {
  const lists = [...root.querySelectorAll(".told[data-path]")];
  const told = new Map();
  const all = news.findings.flatMap((finding, index) => (news.places[index].length ? news.places[index] : [null]).map((path) => [finding, path]));
  all.forEach(([finding, path]) => {
    // What is about a file of its own is about all of it.
    const own = (control) => control.field.path.length === 0 && control.field.file === finding.place?.file;
    // A word of the publication's own stands under another path than its row.
    const paired = (control) => text(control.field.pair?.path) === text(path);
    const control = path ? (find(path) ?? [...controls.values()].find(paired)) : [...controls.values()].find(own);
    const list = !control && path && lists.find((list) => list.dataset.path === text(path));
    const box = control?.told ?? list;
    if (box) told.set(box, [...(told.get(box) ?? []), finding]);
  });
  for (const control of controls.values()) {
    if (isWrong(control)) told.set(control.told, [{ severity: "error", message: words.no_number.replace("{text}", control.value), help: words.not_saved }]);
  }
  for (const box of root.querySelectorAll(".told")) {
    const says = (told.get(box) ?? []).map(({ severity, message, help }) => [severity, `${words[severity]}: ${message}. ${help}`]);
    if (box.dataset.says === text(says)) continue;
    box.dataset.says = text(says);
    box.replaceChildren(...says.map(([severity, says]) => part(severity, says)));
  }
  for (const control of controls.values()) {
    const found = told.get(control.told) ?? [];
    control.ariaInvalid = found.some(({ severity }) => severity === "error") ? "true" : null;
    if (found.length) control.setAttribute("aria-describedby", control.told.id);
    else control.removeAttribute("aria-describedby");
  }
}
