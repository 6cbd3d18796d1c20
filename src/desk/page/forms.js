// The form of an entry, a section, a part or the number: made from the fields that the program tells.

import { labelled, node, ordered } from "./controls.js";
import { grid } from "./grid.js";
import { cellsOf } from "./matrix.js";
import { picture } from "./picture.js";
import { list } from "./rows.js";
import { terms } from "./terms.js";

/** What a form looks like, whatever it holds: only where that is another is it built anew. */
export function shape(form, pending) {
  const field = ({ kind, name, path, rows, blank, fields, file }) => [
    kind, name, file,
    rows && [...rows, ...(pending.has(JSON.stringify(path)) ? [blank] : [])].map(field),
    fields?.map(field),
  ];
  return JSON.stringify([form.file, form.path, form.editable, form.groups.map((group) => group.fields.map(field))]);
}

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
    if (!lists.includes(one)) return field(one, desk);
    return one === lists[0] ? grid(told, desk) : null;
  });
  const remove = node("button", { type: "button", className: "plain", hidden: !there || told.required }, desk.words.remove);
  remove.ariaLabel = desk.words.row_remove.replace("{name}", told.label);
  remove.dataset.record = JSON.stringify(told.path);
  remove.addEventListener("click", () => desk.edit([{ do: "remove", at: told.path }], [told.path], desk.words.removed));
  const body = node("div", { className: "inside" }, told.type === "image" ? picture(told, desk) : null, ...fields, desk.form.editable ? remove : null);
  const summary = node("summary", {}, told.label);
  const table = node("details", { className: "record", open: there || told.required }, summary, body);
  table.dataset.table = JSON.stringify(told.path);
  return table;
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
