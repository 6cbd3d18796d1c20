// The cells that a record lists, as one table: written as in a spreadsheet, each cell a field like all others.

import { labelled, node } from "./controls.js";
import { pasteCells } from "./fill.js";
import { keys } from "./keys.js";
import { become, cellsOf, longer, matrix, places, wider } from "./matrix.js";

/** The kind of control that a cell has: one for a number says what is none. */
const shown = (cell) => (cell.kind === "number" || cell.kind === "whole" ? { ...cell, kind: "amount" } : cell);

/** The table of the record `told`, and what adds to it. */
export function grid(told, desk) {
  const { words, form } = desk;
  const { found, other } = cellsOf(told);
  const { heads, rows, kinds, way } = found;
  const listed = way !== "points";
  const say = (word, name) => words[word].replace("{name}", name);
  const called = (cell) => String(cell?.value ?? "") || words.untitled;
  const notes = [...found.lists, ...(found.told ?? [])].map(({ path }) => Object.assign(node("div", { className: "told" }), { path }));
  for (const note of notes) note.dataset.path = JSON.stringify(note.path);

  const edit = (made, says) => desk.edit(() => made({ ...desk.listAt(told.path), after: told.after }), [told.path], says);
  const button = (name, sign, press) => {
    const made = node("button", { type: "button", className: "sign" }, sign);
    made.dataset.row = `${name} ${JSON.stringify(told.path)}`;
    made.addEventListener("click", press);
    return made;
  };
  // What tools and cells are called follows what is written in the first cells.
  const names = [];
  const nth = (word, n) => words[word].replace("{n}", n);
  const title = (now, axis, n) => called(axis === "row" ? now.rows[n]?.[0] : now.heads[n]);
  const over = (now, m) => (heads ? called(now.heads[m]) : kinds[m].label === kinds[m].name ? "" : kinds[m].label);
  const nameOf = (now, n, m) => (m ? `${title(now, "row", n)} ${over(now, m)}`.trim() : nth("new_label", n + 1));

  // A row, or a column, goes with all that is in it.
  const tools = (axis, n, count, signs) => {
    if (!form.editable) return null;
    const shift = (by) => async () => {
      const moved = (at) => ({ do: "move", from: at, to: [...at.slice(0, -1), at.at(-1) + (by > 0 ? 2 : -1)] });
      await edit((now) => places(matrix(now.fields), axis, n).map(moved), words.moved);
      desk.focusRow(`${axis} ${by} ${n + by}`, told.path);
    };
    const remove = async () => {
      await edit((now) => places(matrix(now.fields), axis, n).map((at) => ({ do: "remove", at })), words.removed);
      desk.focusRow(`${axis} x ${Math.min(n, count - 2)}`, told.path);
    };
    const [back, on] = axis === "row" ? ["row_up", "row_down"] : ["to_left", "to_right"];
    const made = [["-1", signs[0], back, shift(-1)], ["1", signs[1], on, shift(1)], ["x", "×", "row_remove", remove]].map(([act, sign, word, press]) => {
      const one = button(`${axis} ${act} ${n}`, sign, press);
      names.push((now) => (one.title = one.ariaLabel = say(word, title(now, axis, n))));
      return one;
    });
    [made[0].disabled, made[1].disabled] = [n === (axis === "row" || way === "lines" ? 0 : 1), n + 1 === count];
    return node("div", { className: "cell-tools" }, ...made);
  };

  const cell = (field, name, near) => {
    if (!field) return null;
    const own = labelled({ ...shown(field), required: listed || field.required, near }, form, words, "");
    const control = own.querySelector("input, textarea, select");
    if (field.waits) control.field.row = { waits: true, plain: true, path: field.path, after: field.after };
    names.push((now) => (own.querySelector(".name").firstChild.data = control.told.dataset.of = name(now)));
    notes.push(control.told);
    return own;
  };
  const titled = !listed && kinds.some(({ label, name }) => label !== name);
  const head = (listed || titled) && node("tr", {}, ...kinds.map((kind, m) => (
    heads?.[m] || titled
      ? node("th", { scope: "col" }, titled ? kind.label : cell(heads[m], () => (way === "lines" ? nth("new_column", m + 1) : nth("new_series", m))), !titled && kinds.length > 2 ? tools("column", m, kinds.length, ["←", "→"]) : null)
      : node("td"))), form.editable ? node("td") : null);
  const body = rows.map((row, n) => node("tr", {},
    ...row.map((field, m) => node(m ? "td" : "th", m ? {} : { scope: "row" }, cell(field, (now) => nameOf(now, n, m), m && row[0]?.path))),
    form.editable ? node("td", {}, tools("row", n, rows.length, ["↑", "↓"])) : null));
  const table = node("table", {}, node("caption", {}, say("cells", told.label)), head ? node("thead", {}, head) : null, node("tbody", {}, ...body));

  const add = (name, label, most, count, turn, focus) => {
    if (most !== null && count >= most) return null;
    const made = node("button", { type: "button", className: "add plain" }, label);
    made.dataset.row = `${name} ${JSON.stringify(told.path)}`;
    made.addEventListener("click", async () => {
      const done = await edit((now) => become(now, turn), words.added);
      if (done) focus();
    });
    return made;
  };
  const last = (where) => desk.cell(told.path, where)?.focus();
  const more = way === "points" ? other?.way === "series" && kinds.length === 2 : found.more;
  const limit = way === "points" ? null : found.most[1];
  const [line, column] = way === "lines" ? [words.add_line, words.add_column] : [words.add_label, words.add_series];
  const begin = (next, now) => {
    const one = longer(words)(next, now);
    return told.value === null && !one.rows[1] ? longer(words)(one, now) : one;
  };
  const adds = form.editable ? [
    add("add-row", line, found.most[0], rows.length, begin, () => last("tbody tr:last-child")),
    rows.length && more ? add("add-column", column, limit, kinds.length, wider(words), () => last("thead :nth-last-child(2)")) : null,
    node("p", { className: "hint" }, words.paste_cells),
  ] : [];
  const made = node("div", { className: "grid" }, node("div", { className: "cells" }, rows.length || listed && kinds.length > 1 ? table : ""), ...notes, ...adds.filter(Boolean));
  made.dataset.grid = JSON.stringify(told.path);
  made.addEventListener("paste", (event) => pasteCells(event, told, desk, edit), true);
  made.settle = (now) => names.forEach((name) => name(matrix(now.fields)));
  made.settle(told);
  keys(made);
  return made;
}
