// Lists in a form: rows that are added, moved and removed, and the pairs of words that the publication has as its own

import { labelled } from "./controls.js";
import { bar, button, filled, goal, isBelow, json, node, short } from "./dom.js";
import { pasteRows } from "./fill.js";

const step = (path, by) => [...path.slice(0, -1), path.at(-1) + by];

/** A list of plain values or of tables. */
export function list(told, desk, inside) {
  const items = told.rows.map((row, index) => made(row, told, index, desk, inside, { waits: false }));
  // What is not written yet stands below, until its first letter is.
  if (desk.sheet.pending.has(json(told.path))) {
    items.push(made(told.blank, told, items.length, desk, inside, { waits: true, path: told.blank.path, after: told.after }));
  }
  const found = node("div", { className: "told", "data-path": json(told.path) });
  const own = node("fieldset", {}, node("legend", {}, told.label), node("ol", { className: "rows" }, ...items), found);
  own.addEventListener("paste", (event) => pasteRows(event, told, desk), true);
  return growing(own, told, desk);
}

/** A list with its button for one row more. */
function growing(list, told, desk) {
  const at = json(told.path);
  list.className = "list";
  list.dataset.list = at;
  const more = () => {
    desk.sheet.pending.set(at, desk.sheet.told(told.path).rows.length);
    desk.render({ first: at });
  };
  list.append(button(filled(desk.words.add_row, { name: short(told.label) }), more, { className: "add plain", "data-row": `add ${at}` }));
  settle(list, told, desk);
  return list;
}

/** Brings the buttons of a list to what it holds now; where it takes no more that is said. */
export function settle(list, told, { form, sheet, words }) {
  const count = told.rows.length;
  const full = told.most !== null && count >= told.most;
  const more = list.querySelector(":scope > .add");
  more.hidden = !form.editable || sheet.pending.has(json(told.path));
  bar(more, full ? filled(words.most, { n: told.most }) : undefined);
  list.querySelectorAll(":scope > .rows > li").forEach((item, index) => {
    const [up, down] = item.querySelectorAll(":scope > .row-tools > button");
    if (!down) return;
    up.disabled = index === 0 || index >= count;
    down.disabled = index + 1 >= count;
  });
}

function made(row, told, index, desk, inside, state) {
  const { words, form } = desk;
  const name = row.called ?? `${short(told.label)} ${index + 1}`;
  const item = node("li", { className: row.kind === "record" ? "row of-fields" : "row" });
  if (row.kind === "record") {
    item.append(node("fieldset", {}, node("legend", {}, name), ...inside(row.fields, desk, state)));
  } else {
    // A row that is emptied stays a row until it is removed.
    const own = labelled({ ...row, required: true, after: told.after }, form, words, name);
    const control = own.querySelector("input, textarea, select");
    control.field.row = Object.assign(state, { plain: true });
    item.append(own);
  }
  if (form.editable) item.append(tools(row, told, name, desk, state));
  if (form.editable && !state.waits) draggable(item, told, index, desk);
  return item;
}

/** Moves a row, and goes to a button of it where it stands then. */
async function move(desk, from, to, act, then) {
  await desk.edit([{ do: "move", from, to }], [from], desk.words.moved);
  desk.sheet.focusRow(act, then);
}

/** What is dragged: a row of one list, by its place. */
let dragged;

/** Lets a row be dragged by its grip to another place of its list; buttons do the same for the keyboard. */
function draggable(item, told, index, desk) {
  const list = json(told.path);
  const grip = node("span", { className: "grip", draggable: true, title: desk.words.drag, ariaHidden: "true" }, "⠿");
  item.querySelector(":scope > .row-tools").prepend(grip);
  grip.addEventListener("dragstart", (event) => {
    dragged = { list, index };
    event.dataTransfer.effectAllowed = "move";
    event.dataTransfer.setData("text/plain", "");
    event.dataTransfer.setDragImage(item, 0, 0);
  });
  grip.addEventListener("dragend", () => (dragged = undefined));
  item.addEventListener("dragover", (event) => {
    if (dragged?.list !== list || dragged.index === index) return;
    event.preventDefault();
    goal(item, isBelow(event, item));
  });
  item.addEventListener("dragleave", () => goal());
  item.addEventListener("drop", async (event) => {
    goal();
    if (dragged?.list !== list) return;
    event.preventDefault();
    const from = dragged.index;
    const to = index + (isBelow(event, item) ? 1 : 0);
    dragged = undefined;
    if (to === from || to === from + 1) return;
    const at = (place) => [...told.path, place];
    await move(desk, at(from), at(to), "up", at(to > from ? to - 1 : to));
  });
}

function tools(row, told, name, desk, state) {
  const { words } = desk;
  const { path } = row;
  const tool = (act, sign, word, press) => {
    const label = filled(word, { name });
    return button(sign, press, { className: "sign", title: label, ariaLabel: label, "data-row": `${act} ${json(path)}` });
  };
  const shift = (act, by) => () => move(desk, path, step(path, by > 0 ? 2 : -1), act, step(path, by));
  return node("div", { className: "row-tools" },
    tool("up", "↑", words.row_up, shift("up", -1)),
    tool("down", "↓", words.row_down, shift("down", 1)),
    tool("remove", "×", words.row_remove, () => remove(told, path, path, state, desk)));
}

/** Removes a row; one that is not written yet only here. What stands in its place then is gone to. */
async function remove(told, path, place, state, desk) {
  if (state.waits) {
    desk.sheet.pending.delete(json(told.path));
    desk.render({});
  } else await desk.edit([{ do: "remove", at: path }], [path], desk.words.removed);
  desk.sheet.focusRow("remove", place);
}

/** The publication's own words: what is not written, and what is written instead, a row each. */
export function terms(told, desk) {
  const rows = told.rows.map((row, index) => paired(row, told, index, desk, false));
  // Neither word is written before both are there.
  if (desk.sheet.pending.has(json(told.path))) rows.push(paired(told.blank, told, rows.length, desk, true));
  return growing(node("div", {}, node("p", { className: "hint" }, told.hint), node("ol", { className: "rows" }, ...rows)), told, desk);
}

function paired(row, told, index, desk, waits) {
  const { words, form } = desk;
  const name = `${told.label} ${index + 1}`;
  const holders = row.fields.map((field) => labelled(field, form, words));
  const [wrong, right] = holders.map((holder) => holder.querySelector("textarea"));
  const pair = new Pair(told.path, wrong, right, desk, waits);
  wrong.field.pair = right.field.pair = pair;
  const label = filled(words.row_remove, { name });
  const place = [...told.path, index];
  return node("li", { className: "row of-fields" },
    node("fieldset", {}, node("legend", {}, name), ...holders),
    form.editable ? button("×", () => remove(told, pair.path, place, pair, desk), { className: "sign row-tool", title: label, ariaLabel: label, "data-row": `remove ${json(place)}` }) : null);
}

/** A word and what is written for it: the word is the key under which the other stands. */
class Pair {
  constructor(table, wrong, right, desk, waits) {
    Object.assign(this, { table, wrong, right, desk, waits });
  }

  /** Where the pair stands in the manifest. */
  get path() {
    return [...this.table, this.wrong.field.before];
  }

  /** What saves a control; nothing where it cannot stand in the manifest yet. */
  question(control, value, stroke) {
    const { wrong, right, desk, table, waits } = this;
    const { file, before } = right.field;
    if (control === right && !waits) return { ask: "save", file, path: this.path, before, text: value, stroke };
    if (!wrong.value.trim() || (waits && !right.value.trim())) return undefined;
    if (desk.sheet.told(table).rows.some((row) => row.path.at(-1) === wrong.value)) {
      desk.tell(desk.words.term_there, true);
      return undefined;
    }
    if (!waits) return { ask: "edit", changes: [{ do: "rename", at: this.path, to: value }], stroke };
    const at = [...table, wrong.value];
    return { ask: "edit", changes: [{ do: "set", at, value: right.value }], seen: [[at, null]], stroke };
  }

  /** It was saved. */
  wrote({ changes }) {
    if (!this.waits) return;
    this.waits = false;
    const [{ at, value }] = changes;
    this.wrong.field.before = at.at(-1);
    this.right.field.before = value;
  }
}
