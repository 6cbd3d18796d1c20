// What is told in a form: what was found, at the field it is about, and how full its page is.

import { isText, isWrong } from "./controls.js";
import { filled, json } from "./dom.js";
import { part } from "./findings.js";

/** What is no number, or no day, is not saved: what stood there is on the page. */
function wrong({ value, field: { before, kind } }, words) {
  const [none, stays] = kind === "date" ? [words.no_day, words.day_stays] : [words.no_number, words.number_stays];
  const help = before === null || before === undefined ? words.not_saved : filled(stays, { old: [before.$date ?? before].flat().join(", ") });
  return { severity: "error", message: filled(none, { text: value }), help };
}

/** What is said of findings, once of those that say the same. */
function counted(found, words) {
  const alike = Map.groupBy(found, ({ severity, message, help, here }) => json([severity, here ?? `${message}. ${help}`]));
  return [...alike].map(([said, { length }]) => {
    const [severity, says] = JSON.parse(said);
    return [severity, `${words[severity]}: ${says}${length > 1 ? ` (${filled(words.many, { n: length })})` : ""}`];
  });
}

/** Tells the findings of the news at their fields: `find` gives the control at a path, or above it. */
export function tellFindings(root, news, words, controls, find) {
  const lists = [...root.querySelectorAll(".told[data-path]")];
  const told = new Map();
  const all = news.findings.flatMap((finding) => (finding.places.length ? finding.places : [null]).map((path) => [finding, path]));
  all.forEach(([finding, path]) => {
    // What is about a file of its own is about all of it.
    const own = (control) => control.field.path.length === 0 && control.field.file === finding.place?.file;
    // A word of the publication's own stands under another path than its row.
    const paired = (control) => json(control.field.pair?.path) === json(path);
    const control = path ? (find(path) ?? [...controls.values()].find(paired)) : [...controls.values()].find(own);
    const list = !control && path && lists.find((list) => list.dataset.path === json(path));
    const box = control?.told ?? list;
    if (box) told.set(box, [...(told.get(box) ?? []), finding]);
  });
  for (const control of controls.values()) {
    if (isWrong(control)) told.set(control.told, [wrong(control, words)]);
  }
  for (const box of root.querySelectorAll(".told")) {
    const says = counted(told.get(box) ?? [], words);
    if (box.dataset.says === json(says)) continue;
    box.dataset.says = json(says);
    box.replaceChildren(...says.map(([severity, says]) => part(severity, says)));
  }
  for (const control of controls.values()) {
    const found = told.get(control.told) ?? [];
    control.ariaInvalid = found.some(({ severity }) => severity === "error") ? "true" : null;
    if (found.length) control.setAttribute("aria-describedby", control.told.id);
    else control.removeAttribute("aria-describedby");
  }
}

/** How full the page of a form is, what was done to fit it, how much room is left, and how long the field is. */
export function room(form, current, old, words) {
  const { fill, fit, left } = form?.room ?? {};
  const says = [];
  if (fill !== undefined) says.push(filled(old ? words.room_before : words.room, { n: Math.round(fill * 100) }));
  // How much goes in is not known of a page that is not made yet.
  if (fit && !old) says.push(fit);
  if (left && !old) says.push(filled(words.left, left));
  if (current?.isConnected && isText(current.field.kind)) says.push(filled(words.letters, { n: [...current.value].length }));
  return says.join(" · ");
}
