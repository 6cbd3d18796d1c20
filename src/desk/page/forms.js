// The form of an entry, a section, a part or the number: made from the fields that the program tells.

import { labelled, ordered } from "./controls.js";
import { button, filled, json, node, short } from "./dom.js";
import { part } from "./fill.js";
import { grid } from "./grid.js";
import { cellsOf } from "./matrix.js";
import { picture } from "./picture.js";
import { list, terms } from "./rows.js";

/** What a form looks like, whatever it holds: only where that is another is it built anew. */
export function shape(form, pending, begun) {
  const field = ({ kind, name, path, rows, blank, fields, file, most, instead, value }) => [
    kind, name, file, most, instead?.length, isTabbed({ kind, value }),
    rows && [...rows, ...(pending.has(json(path)) ? [blank] : [])].map(field),
    fields?.map(field), begun.has(json(path)),
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
  const drop = async () => {
    await desk.edit([{ do: "remove", at: told.path }], [told.path], desk.words.removed);
    desk.sheet.focusTable(told.path);
  };
  const remove = button(desk.words.remove, drop, {
    className: "plain", hidden: !there || told.required, "data-record": json(told.path),
    ariaLabel: filled(desk.words.row_remove, { name: short(told.label) }),
  });
  const more = told.named && desk.form.editable ? naming(told, desk) : null;
  const body = node("div", { className: "inside" }, told.type === "image" ? picture(told, desk) : null, ...fields, more, desk.form.editable ? remove : null);
  const summary = node("summary", {}, told.label);
  return node("details", { className: "record", open: there || told.required, "data-table": json(told.path) }, summary, body);
}

/** A row for one more in a table whose keys are names that are given to them. */
function naming(told, desk) {
  const label = filled(desk.words.name_of, { name: short(told.label) });
  const name = node("input", { type: "text", autocomplete: "off", spellcheck: false });
  let adding;
  const add = () => {
    const key = name.value.trim();
    if (!key) return name.focus();
    if (adding === key) return undefined;
    if (told.fields.some((one) => one.name === key)) return desk.tell(desk.words.name_there, true);
    const there = told.value !== null;
    const [at, value] = there ? [[...told.path, key], told.named] : [told.path, { [key]: told.named }];
    adding = key;
    return desk.edit([{ do: "set", at, value, after: there ? [] : told.after }], [at], desk.words.added).finally(() => (adding = undefined));
  };
  // A name that was written and left is one that is meant.
  name.addEventListener("change", add);
  return node("div", { className: "holder naming" }, node("label", { className: "field text" }, node("span", { className: "name" }, label), name),
    button(filled(desk.words.add_row, { name: short(told.label) }), add, { className: "add plain", "data-row": `name ${json(told.path)}` }));
}

/** A text of cells, and the way to make a table of them. */
function tabbed(one, told, desk) {
  const made = labelled({ ...one, kind: "text" }, desk.form, desk.words);
  if (desk.form.editable) made.append(button(desk.words.to_cells, () => part(one, told, desk), { className: "plain" }));
  return made;
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
