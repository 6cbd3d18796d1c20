// The cells that a record lists, as one table: written as in a spreadsheet, each cell a field like all others.

import { labelled } from "./controls.js";
import { button, filled, json, node } from "./dom.js";
import { pasteCells } from "./fill.js";
import { keys } from "./keys.js";
import { become, cellsOf, longer, matrix, places, wider } from "./matrix.js";

/** The kind of control that a cell has: one for a number says what is none. */
const shown = (cell) => (cell.kind === "number" || cell.kind === "whole" ? { ...cell, kind: "amount" } : cell);

/** The table of the record `told`, and what adds to it. */
export function grid(told, desk) {
  return new Grid(told, desk).build();
}

class Grid {
  constructor(told, desk) {
    Object.assign(this, { told, desk, words: desk.words, editable: desk.form.editable }, cellsOf(told));
    const { way, kinds, lists, told: more } = this.found;
    this.listed = way !== "points";
    // Cells that stand under what they are called by the layout need no heads of their own.
    this.titled = !this.listed && kinds.some(({ label, name }) => label !== name);
    // What tools and cells are called follows what is written in the first cells.
    this.names = [];
    this.notes = [...lists, ...(more ?? [])].map(({ path }) => node("div", { className: "told", "data-path": json(path) }));
  }

  build() {
    const { told, desk, found, notes } = this;
    const table = found.rows.length || (this.listed && found.kinds.length > 1) ? this.table() : "";
    const adds = this.editable ? this.adds() : [];
    const made = node("div", { className: "grid", "data-grid": json(told.path) }, node("div", { className: "cells" }, table), ...notes, ...adds);
    made.addEventListener("paste", (event) => pasteCells(event, told, desk, (...all) => this.edit(...all)), true);
    made.settle = (now) => {
      const cells = matrix(now.fields);
      this.names.forEach((name) => name(cells));
    };
    made.settle(told);
    keys(made);
    return made;
  }

  edit(made, says) {
    const { desk, told: { path, after } } = this;
    return desk.edit(() => made({ ...desk.sheet.told(path), after }), [path], says);
  }

  /** What a row or a column is called. */
  title({ rows, heads }, axis, n) {
    const cell = axis === "row" ? rows[n]?.[0] : heads[n];
    return String(cell?.value ?? "") || this.words.untitled;
  }

  nth(word, n) {
    return filled(this.words[word], { n });
  }

  nameOf(now, n, m) {
    if (m === 0) return this.nth("new_label", n + 1);
    const { label, name } = this.found.kinds[m];
    const over = this.found.heads ? this.title(now, "column", m) : label === name ? "" : label;
    return `${this.title(now, "row", n)} ${over}`.trim();
  }

  /** The buttons of a row, or a column, which goes with all that is in it. */
  tools(axis, n, count, [before, behind]) {
    if (!this.editable) return null;
    const { desk, told: { path }, found, words } = this;
    const at = (now) => places(matrix(now.fields), axis, n);
    const shift = (by) => async () => {
      const moved = (from) => ({ do: "move", from, to: [...from.slice(0, -1), from.at(-1) + (by > 0 ? 2 : -1)] });
      await this.edit((now) => at(now).map(moved), words.moved);
      desk.sheet.focusRow(`${axis} ${by} ${n + by}`, path);
    };
    const remove = async () => {
      await this.edit((now) => at(now).map((at) => ({ do: "remove", at })), words.removed);
      desk.sheet.focusRow(`${axis} x ${Math.min(n, count - 2)}`, path);
    };
    const tool = (act, sign, word, press, disabled) => {
      const made = button(sign, press, { className: "sign", disabled, "data-row": `${axis} ${act} ${n} ${json(path)}` });
      this.names.push((now) => (made.title = made.ariaLabel = filled(words[word], { name: this.title(now, axis, n) })));
      return made;
    };
    const [back, on] = axis === "row" ? ["row_up", "row_down"] : ["to_left", "to_right"];
    const first = axis === "row" || found.way === "lines" ? 0 : 1;
    return node("div", { className: "cell-tools" },
      tool(-1, before, back, shift(-1), n === first),
      tool(1, behind, on, shift(1), n + 1 === count),
      tool("x", "×", "row_remove", remove, false));
  }

  cell(field, name, near) {
    if (!field) return null;
    const { desk, words, listed } = this;
    const own = labelled({ ...shown(field), required: listed || field.required, near }, desk.form, words, "");
    const control = own.querySelector("input, textarea, select");
    if (field.waits) control.field.row = { waits: true, plain: true, path: field.path, after: field.after };
    this.names.push((now) => (own.querySelector(".name").firstChild.data = control.told.dataset.of = name(now)));
    this.notes.push(control.told);
    return own;
  }

  head(kind, m) {
    const { found: { heads, way, kinds }, titled } = this;
    if (titled) return node("th", { scope: "col" }, kind.label);
    if (!heads[m]) return node("td");
    const name = () => (way === "lines" ? this.nth("new_column", m + 1) : this.nth("new_series", m));
    const tools = kinds.length > 2 ? this.tools("column", m, kinds.length, "←→") : null;
    return node("th", { scope: "col" }, this.cell(heads[m], name), tools);
  }

  table() {
    const { found: { kinds, rows }, editable, words, told } = this;
    const heads = this.listed || this.titled ? kinds.map((kind, m) => this.head(kind, m)) : null;
    const head = heads && node("thead", {}, node("tr", {}, ...heads, editable ? node("td") : null));
    const cells = (row, n) => row.map((field, m) => {
      const cell = this.cell(field, (now) => this.nameOf(now, n, m), m && row[0]?.path);
      return node(m ? "td" : "th", m ? {} : { scope: "row" }, cell);
    });
    const tools = (n) => (editable ? node("td", {}, this.tools("row", n, rows.length, "↑↓")) : null);
    const body = rows.map((row, n) => node("tr", {}, ...cells(row, n), tools(n)));
    return node("table", {}, node("caption", {}, filled(words.cells, { name: told.label })), head, node("tbody", {}, ...body));
  }

  /** The button that adds a row, or a column. */
  add(name, label, turn, where) {
    const { desk, told: { path }, words } = this;
    const press = async () => {
      if (await this.edit((now) => become(now, turn), words.added)) desk.sheet.cell(path, where)?.focus();
    };
    return button(label, press, { className: "add plain", "data-row": `${name} ${json(path)}` });
  }

  adds() {
    const { found: { way, rows, kinds, most, more }, other, words, told } = this;
    const begin = (next, now) => {
      const one = longer(words)(next, now);
      return told.value === null && !one.rows[1] ? longer(words)(one, now) : one;
    };
    const [line, column] = way === "lines" ? [words.add_line, words.add_column] : [words.add_label, words.add_series];
    const free = (count, most) => most === null || count < most;
    const wide = this.listed ? more && free(kinds.length, most[1]) : other?.way === "series" && kinds.length === 2;
    return [
      free(rows.length, most[0]) ? this.add("add-row", line, begin, "tbody tr:last-child") : null,
      rows.length && wide ? this.add("add-column", column, wider(words), "thead :nth-last-child(2)") : null,
      node("p", { className: "hint" }, words.paste_cells),
    ];
  }
}
