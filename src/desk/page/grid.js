// The cells that a record lists, as one table: written as in a spreadsheet, each cell a field like all others.

import { labelled, put } from "./controls.js";
import { bar, button, filled, json, node } from "./dom.js";
import { pasteCells } from "./fill.js";
import { keys } from "./keys.js";
import { become, cellsOf, fresh, longer, matrix, places, wider } from "./matrix.js";

/** The kind of control that a cell has: one for a number says what is none. */
const shown = (cell) => (cell.kind === "number" || cell.kind === "whole" ? { ...cell, kind: "amount" } : cell);

const free = (count, most) => most === null || count < most;

/** What stands in a row: the first of it says what it is about. */
const celled = (cell, m) => node(m ? "td" : "th", m ? {} : { scope: "row" }, cell);

/** A row of cells that is not written yet. */
class Blank {
  constructor(kinds, cells, places, rowOf) {
    this.waits = true;
    this.controls = cells.map((cell) => cell.querySelector("input, textarea, select"));
    this.values = kinds.map((kind) => fresh(kind));
    Object.assign(this, { places, rowOf });
  }

  get isEmpty() {
    return this.waits && this.controls.every((control) => control.value === "");
  }

  /** What writes it with the value of one of its cells. */
  question(control, value) {
    const made = this.rowOf(this.values.map((one, m) => (this.controls[m] === control ? value : one)));
    const changes = this.places.map(({ at, after }, m) => ({ do: "insert", at, value: made[m], after }));
    return { ask: "edit", changes, seen: this.places.map(({ at }) => [at, null]) };
  }

  /** It was written with a cell: the others hold what came with it, to be written over. */
  wrote(own) {
    this.controls.forEach((control, m) => {
      if (control === own) return;
      const value = this.values[m];
      control.field.before = value === "" && !control.field.required ? null : value;
      if (control.value !== "") return;
      put(control, value);
      if (control === document.activeElement) control.select?.();
    });
  }
}

/** The table of the record `told`, and what adds to it. */
export function grid(told, desk) {
  return new Grid(told, desk).build();
}

class Grid {
  constructor(told, desk) {
    Object.assign(this, { told, desk, words: desk.words, editable: desk.form.editable }, cellsOf(told));
    const { way, kinds, lists, told: more } = this.found;
    this.listed = way !== "points";
    // A row that is not written yet stands below, until its first letter is.
    this.begun = desk.sheet.begun.has(json(told.path));
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
    this.made = made;
    made.more = (key) => this.more(key);
    keys(made, made.more);
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
      desk.sheet.focusRow(`${axis}-${by}`, [...path, n + by]);
    };
    const remove = async () => {
      await this.edit((now) => at(now).map((at) => ({ do: "remove", at })), words.removed);
      const near = Math.min(n, count - 2);
      // The only column left has no buttons.
      const head = axis === "column" && count < 4 && desk.sheet.cell(path, `thead th:nth-child(${near + 1})`);
      if (head) head.focus();
      else desk.sheet.focusRow(`${axis}-x`, [...path, near]);
    };
    const tool = (act, sign, word, press, disabled) => {
      const made = button(sign, press, { className: "sign", disabled, "data-row": `${axis}-${act} ${json([...path, n])}` });
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

  /** One more row below, for who goes on behind the last one: it is written with its first letter. */
  more(key) {
    const { desk, told: { path }, words, row, editable } = this;
    // Out of a row that is empty yet Tab leads on.
    if (!editable || row?.isEmpty) return key === "Enter";
    if (row) {
      this.again();
      return true;
    }
    const { rows, most } = cellsOf(desk.sheet.told(path)).found;
    if (!free(rows.length, most[0])) {
      desk.tell(filled(words.most, { n: most[0] }), true);
      return key === "Enter";
    }
    desk.sheet.begun.set(json(path), rows.length);
    desk.render({});
    desk.sheet.cell(path, "tbody tr:last-child")?.focus();
    return true;
  }

  /** The row before is to be written and shown first; where it cannot be nothing comes behind it. */
  async again() {
    const { desk, told: { path }, made, row } = this;
    for (let turns = 0; turns < 20; turns += 1) {
      await desk.flush();
      await desk.reread();
      const now = desk.sheet.grid(path);
      if (now !== made) return now?.more("Enter");
      if (row.waits) return undefined;
      await new Promise((go) => setTimeout(go, 50));
    }
    return undefined;
  }

  /** A row that is not written yet: whichever of its cells is written first, the others come with it. */
  blank() {
    const { desk, told: { path }, found: { kinds, rows, cellAt, rowAt, rowOf }, words } = this;
    const n = rows.length;
    const places = rowAt(n, kinds.length);
    const cells = kinds.map((kind, m) => this.cell({ ...kind, path: cellAt(n, m), value: null }, (now) => this.nameOf(now, n, m)));
    const row = new Blank(kinds, cells, places, rowOf);
    this.row = row;
    const drop = () => {
      desk.sheet.begun.delete(json(path));
      desk.render({});
      desk.sheet.focusRow("row-x", [...path, n]);
    };
    const label = filled(words.row_remove, { name: this.nth("new_label", n + 1) });
    row.controls.forEach((control) => (control.field.row = row));
    return node("tr", {}, ...cells.map(celled), node("td", {}, node("div", { className: "cell-tools" }, button("×", drop, { className: "sign", title: label, ariaLabel: label }))));
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
      return celled(this.cell(field, (now) => this.nameOf(now, n, m), m && row[0]?.path), m);
    });
    const tools = (n) => (editable ? node("td", {}, this.tools("row", n, rows.length, "↑↓")) : null);
    const body = rows.map((row, n) => node("tr", {}, ...cells(row, n), tools(n)));
    if (this.begun) body.push(this.blank());
    return node("table", {}, node("caption", {}, filled(words.cells, { name: told.label })), head, node("tbody", {}, ...body));
  }

  /** The button that adds a row, or a column; where there are as many as may be it says so. */
  add(axis, label, turn, where, [count, most]) {
    const { desk, told: { path }, words } = this;
    const press = async () => {
      if (!(await this.edit((now) => become(now, turn), words.added))) return;
      const first = desk.sheet.cell(path, where);
      first?.focus();
      // What it is called until it is written is written over.
      first?.select?.();
    };
    const made = button(label, press, { className: "add plain", "data-row": `${axis}-add ${json(path)}` });
    bar(made, free(count, most) ? undefined : filled(words.most, { n: most }));
    return made;
  }

  adds() {
    const { found: { way, rows, kinds, most, more }, other, words, told } = this;
    const begin = (next, now) => {
      const one = longer(words)(next, now);
      return told.value === null && !one.rows[1] ? longer(words)(one, now) : one;
    };
    const [line, column] = way === "lines" ? [words.add_line, words.add_column] : [words.add_label, words.add_series];
    const wide = this.listed ? more : other?.way === "series" && kinds.length === 2;
    // The names of a list of series are no series.
    const names = way === "series" ? 1 : 0;
    const columns = this.listed && most[1] !== null ? [kinds.length - names, most[1] - names] : [0, null];
    return [
      this.add("row", line, begin, "tbody tr:last-child", [rows.length, most[0]]),
      rows.length && wide ? this.add("column", column, wider(words), "thead :nth-last-child(2)", columns) : null,
      node("p", { className: "hint" }, words.paste_cells),
    ];
  }
}
