// The form of an entry, a section, a part or the number: made from the fields that the program tells.

import { labelled, ordered } from "./controls.js";
import { button, filled, json, node } from "./dom.js";
import { part } from "./fill.js";
import { grid } from "./grid.js";
import { cellsOf } from "./matrix.js";
import { list, terms } from "./rows.js";

/** What a form looks like, whatever it holds: only where that is another is it built anew. */
export function shape(form, pending) {
  const field = ({ kind, name, path, rows, blank, fields, file, most, instead, value }) => [
    kind, name, file, most, instead?.length, isTabbed({ kind, value }),
    rows && [...rows, ...(pending.has(json(path)) ? [blank] : [])].map(field),
    fields?.map(field),
  ];
  return json([form.file, form.path, form.editable, form.groups.map((group) => group.fields.map(field))]);
}

/** Whether cells stand in one text, as a spreadsheet gives them. */
const isTabbed = ({ kind, value }) => kind === "list" && typeof value === "string";

/** One field with all that is in it. `desk` has words, the form, and what rows and pictures ask for. */
export function field(told, desk) {
  if (told.pairs) return terms(told, desk);
  if (told.kind === "list") return list(told, desk, inside);
  if (told.kind === "record") return record(told, desk);
  return labelled(told, desk.form, desk.words);
}

/** The fields of a table, each knowing which come before it. */
export function inside(fields, desk, row, control_of = (told) => field(told, desk)) {
  return ordered(fields).flatMap((told) => {
    const made = control_of(told);
    if (!made) return [];
    for (const control of row ? made.querySelectorAll("input, textarea, select") : []) if (control.field) control.field.row = row;
    return made;
  });
}

/** A table of its own: folded until it is there. */
function record(told, desk) {
  const there = told.value !== null;
  // Lists that are the cells of one table stand as that.
  const lists = cellsOf(told).found?.lists ?? [];
  const fields = inside(told.fields, desk, undefined, (one) => {
    if (isTabbed(one)) return tabbed(one, told, desk);
    if (!lists.includes(one)) return field(one, desk);
    return one === lists[0] ? grid(told, desk) : null;
  });
  const remove = button(desk.words.remove, () => desk.edit([{ do: "remove", at: told.path }], [told.path], desk.words.removed), {
    className: "plain", hidden: !there || told.required, "data-record": json(told.path),
    ariaLabel: filled(desk.words.row_remove, { name: told.label }),
  });
  const body = node("div", { className: "inside" }, told.type === "image" ? picture(told, desk) : null, ...fields, desk.form.editable ? remove : null);
  const summary = node("summary", {}, told.label);
  return node("details", { className: "record", open: there || told.required, "data-table": json(told.path) }, summary, body);
}

/** A text of cells, and the way to make a table of them. */
function tabbed(one, told, desk) {
  const made = labelled({ ...one, kind: "text" }, desk.form, desk.words);
  if (desk.form.editable) made.append(button(desk.words.to_cells, () => part(one, told, desk), { className: "plain" }));
  return made;
}

/** The pictures that are taken. */
const PICTURES = "image/png,image/jpeg,image/gif,image/webp,image/svg+xml";

/** Where a picture is dropped or chosen for the record `told`: it is copied beside the manifest and named in its field. */
function picture(told, desk) {
  const { words, form } = desk;
  if (!form.editable) return null;
  const choose = node("input", { type: "file", accept: PICTURES });
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

/** All groups of a form. */
export function build(desk) {
  return desk.form.groups.map((group) => {
    const fields = inside(group.fields, desk);
    if (!group.label) return node("div", { className: "group-of-fields" }, ...fields);
    return node("fieldset", { className: "group-of-fields" }, node("legend", {}, group.label), ...fields);
  });
}

/** All fields of a form that have a control of their own, and the records. */
export function* every(fields) {
  for (const told of fields) {
    yield told;
    if (told.rows) yield* every(told.rows);
    if (told.fields) yield* every(told.fields);
  }
}
