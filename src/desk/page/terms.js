// The publication's own words: what is not written, and what is written instead, a row each.

import { labelled, node } from "./controls.js";
import { settle } from "./rows.js";

export function terms(told, desk) {
  const { words, pending } = desk;
  const at = JSON.stringify(told.path);
  const rows = told.rows.map((row, index) => made(row, told, index, desk, false));
  // Neither word is written before both are there.
  if (pending.has(at)) rows.push(made(told.blank, told, told.rows.length, desk, true));
  const add = node("button", { type: "button", className: "add plain" }, words.add_row.replace("{name}", told.label));
  add.dataset.row = `add ${at}`;
  add.addEventListener("click", () => {
    pending.set(at, desk.listAt(told.path).rows.length);
    desk.render({ first: at });
  });
  const list = node("div", { className: "list" }, node("p", { className: "hint" }, told.hint), node("ol", { className: "rows" }, ...rows), add);
  list.dataset.list = at;
  settle(list, told, desk);
  return list;
}

function made(row, told, index, desk, waits) {
  const { words, form } = desk;
  const name = `${told.label} ${index + 1}`;
  const holders = row.fields.map((field) => labelled(field, form, words));
  const [wrong, right] = holders.map((holder) => holder.querySelector("textarea"));
  const pair = new Pair(told.path, wrong, right, desk, waits);
  wrong.field.pair = right.field.pair = pair;
  const item = node("li", { className: "row of-fields" }, node("fieldset", {}, node("legend", {}, name), ...holders));
  if (!form.editable) return item;
  const label = words.row_remove.replace("{name}", name);
  const remove = node("button", { type: "button", className: "sign row-tool", title: label, ariaLabel: label }, "×");
  remove.dataset.row = `remove ${JSON.stringify(told.path)} ${index}`;
  remove.addEventListener("click", async () => {
    if (pair.waits) {
      desk.pending.delete(JSON.stringify(told.path));
      desk.render({});
    } else await desk.edit([{ do: "remove", at: pair.path }], [pair.path], words.removed);
    desk.focusRow("add", told.path);
  });
  item.append(remove);
  return item;
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
    if (desk.listAt(table).rows.some((row) => row.path.at(-1) === wrong.value)) {
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
