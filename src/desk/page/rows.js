// Lists in a form: rows that are added, moved and removed.

import { labelled, node } from "./controls.js";
import { pasteRows } from "./fill.js";

const step = (path, by) => [...path.slice(0, -1), path.at(-1) + by];

/** A list of plain values or of tables. */
export function list(told, desk, inside) {
  const { words, pending } = desk;
  const at = JSON.stringify(told.path);
  const rows = told.rows.map((row, index) => made(row, told, index, desk, inside, { waits: false }));
  // What is not written yet stands below, until its first letter is.
  const waits = pending.has(at);
  if (waits) rows.push(made(told.blank, told, told.rows.length, desk, inside, { waits, path: told.blank.path, after: told.after }));
  const add = node("button", { type: "button", className: "add plain" }, words.add_row.replace("{name}", told.label));
  add.dataset.row = `add ${at}`;
  add.addEventListener("click", () => {
    pending.set(at, desk.listAt(told.path).rows.length);
    desk.render({ first: at });
  });
  const found = node("div", { className: "told" });
  found.dataset.path = at;
  const legend = node("legend", {}, told.label);
  const made_list = node("fieldset", { className: "list" }, legend, node("ol", { className: "rows" }, ...rows), found, add);
  made_list.dataset.list = at;
  made_list.addEventListener("paste", (event) => pasteRows(event, told, desk), true);
  settle(made_list, told, desk);
  return made_list;
}

/** Brings the buttons of a list to what it holds now. */
export function settle(list, told, { form, pending }) {
  const count = told.rows.length;
  const waits = pending.has(JSON.stringify(told.path));
  const full = told.most !== null && count >= told.most;
  list.querySelector(":scope > .add").hidden = !form.editable || waits || full;
  list.querySelectorAll(":scope > .rows > li").forEach((item, index) => {
    const [up, down] = item.querySelectorAll(":scope > .row-tools > button");
    if (!up) return;
    up.disabled = index === 0 || index >= count;
    down.disabled = index + 1 >= count;
  });
}

function made(row, told, index, desk, inside, state) {
  const { words, form } = desk;
  const name = `${told.label} ${index + 1}`;
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
  if (form.editable && !state.waits) draggable(item, row, told, index, desk);
  return item;
}

/** What is dragged: a row of one list, by its place. */
let dragged;

/** Lets a row be dragged by its grip to another place of its list; buttons do the same for the keyboard. */
function draggable(item, row, told, index, desk) {
  const list = JSON.stringify(told.path);
  const grip = node("span", { className: "grip", draggable: true, title: desk.words.drag, ariaHidden: "true" }, "⠿");
  item.querySelector(":scope > .row-tools").prepend(grip);
  const below = (event) => {
    const box = item.getBoundingClientRect();
    return event.clientY > box.top + box.height / 2;
  };
  const clear = () => item.classList.remove("above", "below");
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
    clear();
    item.classList.add(below(event) ? "below" : "above");
  });
  item.addEventListener("dragleave", clear);
  item.addEventListener("drop", async (event) => {
    clear();
    if (dragged?.list !== list) return;
    event.preventDefault();
    const from = dragged.index;
    const to = index + (below(event) ? 1 : 0);
    dragged = undefined;
    if (to === from || to === from + 1) return;
    const at = (place) => [...told.path, place];
    await desk.edit([{ do: "move", from: at(from), to: at(to) }], [at(from)], desk.words.moved);
    desk.focusRow("up", at(to > from ? to - 1 : to));
  });
}

function tools(row, told, name, desk, state) {
  const { words } = desk;
  const button = (act, sign, label, press) => {
    const made = node("button", { type: "button", className: "sign", title: label }, sign);
    made.ariaLabel = label;
    made.dataset.row = `${act} ${JSON.stringify(row.path)}`;
    made.addEventListener("click", press);
    return made;
  };
  const shift = (by) => async () => {
    const to = step(row.path, by > 0 ? 2 : -1);
    const target = step(row.path, by);
    await desk.edit([{ do: "move", from: row.path, to }], [row.path], words.moved);
    desk.focusRow(by > 0 ? "down" : "up", target);
  };
  const remove = async () => {
    if (state.waits) {
      desk.pending.delete(JSON.stringify(told.path));
      desk.render({});
    } else await desk.edit([{ do: "remove", at: row.path }], [row.path], words.removed);
    desk.focusRow("add", told.path);
  };
  const of = (word) => word.replace("{name}", name);
  return node("div", { className: "row-tools" },
    button("up", "↑", of(words.row_up), shift(-1)),
    button("down", "↓", of(words.row_down), shift(1)),
    button("remove", "×", of(words.row_remove), remove));
}
