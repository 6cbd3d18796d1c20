// A chart as one small table, whichever way the manifest writes it: a row a label, a column a series.

import { node } from "./controls.js";
import { plain } from "./paste.js";

/** The fields of a chart that the table stands for. */
export const CELLS = ["data", "labels", "series"];

const split = (text) => text.replaceAll("\r", "").split("\n").filter((line) => line.trim()).map((line) => line.split("\t"));
const joined = (rows) => rows.map((row) => row.map((cell) => String(cell).replace(/[\t\n]/g, " ")).join("\t")).join("\n");

/** What a chart holds: how it is written, and its cells with a line of heads. */
export function held(value) {
  if (typeof value?.data === "string") return { way: "text", rows: split(value.data) };
  if (value?.labels || value?.series) {
    const [labels, series] = [value.labels ?? [], value.series ?? []];
    const lines = labels.map((label, at) => [label, ...series.map(({ values }) => values?.[at] ?? "")]);
    return { way: "series", rows: [["", ...series.map(({ name }) => name ?? "")], ...lines] };
  }
  const points = value?.data ?? [];
  return { way: "points", rows: [null, ...points.map(({ label, value }) => [label ?? "", value ?? ""])] };
}

/** A number as it may be written in a cell; what is none stays, and is told as an error of the chart. */
function number(text) {
  const plain = text.replace(/[,\s%]/g, "").replace(/^[△▲−]/, "-");
  return plain !== "" && Number.isFinite(Number(plain)) ? Number(plain) : text;
}

export class Grid {
  /** The table of the chart `told`. */
  constructor(told, desk) {
    Object.assign(this, { told, desk });
    this.node = node("div", { className: "grid" });
    this.node.dataset.grid = JSON.stringify(told.path);
    this.node.grid = this;
    this.node.addEventListener("paste", (event) => this.paste(event));
    this.build();
  }

  get editable() {
    return this.desk.form.editable;
  }

  /** Shows what the chart holds now. */
  renew(told) {
    const before = held(this.told.value);
    this.told = told;
    const now = held(told.value);
    const shape = ({ way, rows }) => `${way} ${rows.length} ${rows.at(-1)?.length}`;
    if (shape(before) !== shape(now)) {
      const at = document.activeElement?.dataset?.cell;
      const inside = this.node.contains(document.activeElement);
      this.build();
      if (inside) (this.node.querySelector(`[data-cell="${at}"]`) ?? this.node.querySelector("input"))?.focus();
      return;
    }
    for (const cell of this.node.querySelectorAll("[data-cell]")) {
      const [row, column] = cell.dataset.cell.split(" ").map(Number);
      const text = String(now.rows[row][column] ?? "");
      if (cell.value === cell.before) cell.value = text;
      cell.before = text;
    }
  }

  build() {
    const { words } = this.desk;
    const { way, rows } = held(this.told.value);
    const heads = way === "points" ? [] : (rows[0] ?? []);
    const button = (sign, label, press) => {
      const made = node("button", { type: "button", className: "sign", title: label }, sign);
      made.ariaLabel = label;
      made.addEventListener("click", press);
      return made;
    };
    const tools = (made) => node("td", {}, this.editable ? made : null);
    const name = (cell) => cell || words.untitled;
    const head = way === "points" ? null : node("tr", {},
      ...heads.map((text, column) => node("th", { scope: "col" }, column || way === "text" ? this.cell(0, column, text) : "",
        column > 1 && this.editable ? button("×", words.row_remove.replace("{name}", name(text)), () => this.dropColumn(column)) : null)),
      node("td", {}));
    const lines = rows.slice(1).map((row, index) => node("tr", {},
      ...row.map((text, column) => node(column ? "td" : "th", column ? {} : { scope: "row" }, this.cell(index + 1, column, text))),
      tools(button("×", words.row_remove.replace("{name}", name(row[0])), () => this.dropRow(index)))));
    const table = node("table", {}, node("caption", {}, words.chart_cells), head && node("thead", {}, head), node("tbody", {}, ...lines));
    const add = (label, press) => {
      const made = node("button", { type: "button", className: "add plain" }, label);
      made.addEventListener("click", press);
      return made;
    };
    const adds = this.editable ? [add(words.add_label, () => this.addRow()), lines.length ? add(words.add_series, () => this.addColumn()) : null] : [];
    this.node.replaceChildren(lines.length ? table : "", ...adds.filter(Boolean), node("p", { className: "hint" }, words.paste_cells));
  }

  cell(row, column, text) {
    const { words } = this.desk;
    const made = node("input", { type: "text", inputMode: column && row ? "decimal" : "text", value: String(text), readOnly: !this.editable });
    made.ariaLabel = words.cell.replace("{row}", row + 1).replace("{column}", column + 1);
    made.dataset.cell = `${row} ${column}`;
    made.before = String(text);
    made.addEventListener("change", () => this.write(row, column, made.value));
    return made;
  }

  at(...steps) {
    return [...this.told.path, ...steps];
  }

  change(changes, says = this.desk.words.saved) {
    return this.desk.edit(changes, [this.told.path], says);
  }

  /** What is written in one cell. */
  write(row, column, text) {
    const { way, rows } = held(this.told.value);
    if (way === "text") {
      const all = rows.map((cells) => [...cells]);
      all[row][column] = text;
      return this.change([{ do: "set", at: this.at("data"), value: joined(all) }]);
    }
    const value = column && row ? number(text) : text;
    const at = way === "points"
      ? this.at("data", row - 1, column ? "value" : "label")
      : column === 0 ? this.at("labels", row - 1) : row === 0 ? this.at("series", column - 1, "name") : this.at("series", column - 1, "values", row - 1);
    return this.change([{ do: "set", at, value }]);
  }

  addRow() {
    const { words } = this.desk;
    const { way, rows } = held(this.told.value);
    const count = rows.length - 1;
    const label = words.new_label.replace("{n}", Math.max(1, count + 1));
    if (this.told.value === null) return this.change([{ do: "set", at: this.told.path, value: { kind: "bars", alt: "", data: [{ label, value: 0 }] }, after: this.told.after }], words.added);
    if (way === "text") return this.change([{ do: "set", at: this.at("data"), value: joined([...rows, [label, ...rows[0].slice(1).map(() => "0")]]) }], words.added);
    if (way === "points") return this.change([{ do: "insert", at: this.at("data", Math.max(0, count)), value: { label, value: 0 }, after: ["kind"] }], words.added);
    const values = rows[0].slice(1).map((_, column) => ({ do: "insert", at: this.at("series", column, "values", count), value: 0 }));
    return this.change([{ do: "insert", at: this.at("labels", count), value: label }, ...values], words.added);
  }

  addColumn() {
    const { words } = this.desk;
    const { way, rows } = held(this.told.value);
    const name = words.new_series.replace("{n}", rows.at(-1).length);
    if (way === "text") return this.change([{ do: "set", at: this.at("data"), value: joined(rows.map((row, at) => [...row, at ? "0" : name])) }], words.added);
    const lines = rows.slice(1);
    const column = { name, values: lines.map(() => 0) };
    if (way === "series") return this.change([{ do: "insert", at: this.at("series", rows[0].length - 1), value: column }], words.added);
    // One series has no name; of two each has one.
    const first = { name: words.new_series.replace("{n}", 1), values: lines.map(([, value]) => value) };
    return this.change([
      { do: "remove", at: this.at("data") },
      { do: "set", at: this.at("labels"), value: lines.map(([label]) => label), after: ["kind"] },
      { do: "set", at: this.at("series"), value: [first, column], after: ["kind", "labels"] },
    ], words.added);
  }

  dropRow(index) {
    const { words } = this.desk;
    const { way, rows } = held(this.told.value);
    if (way === "text") return this.change([{ do: "set", at: this.at("data"), value: joined(rows.filter((_, at) => at !== index + 1)) }], words.removed);
    if (way === "points") return this.change([{ do: "remove", at: this.at("data", index) }], words.removed);
    const values = rows[0].slice(1).map((_, column) => ({ do: "remove", at: this.at("series", column, "values", index) }));
    return this.change([{ do: "remove", at: this.at("labels", index) }, ...values], words.removed);
  }

  dropColumn(column) {
    const { words } = this.desk;
    const { way, rows } = held(this.told.value);
    if (way === "text") return this.change([{ do: "set", at: this.at("data"), value: joined(rows.map((row) => row.filter((_, at) => at !== column))) }], words.removed);
    return this.change([{ do: "remove", at: this.at("series", column - 1) }], words.removed);
  }

  /** Cells of a spreadsheet are the whole chart, heads and all. */
  paste(event) {
    const html = event.clipboardData.getData("text/html");
    const text = /<table\b/i.test(html) ? plain(html) : event.clipboardData.getData("text/plain");
    const rows = split(text);
    if (!this.editable || rows.length < 2 || rows[0].length < 2) return;
    event.preventDefault();
    const { value } = this.told;
    const data = { do: "set", at: this.at("data"), value: joined(rows), after: ["kind"] };
    if (value === null) this.change([{ do: "set", at: this.told.path, value: { kind: "bars", alt: "", data: joined(rows) }, after: this.told.after }], this.desk.words.added);
    else this.change([...CELLS.filter((name) => value[name] !== undefined && name !== "data").map((name) => ({ do: "remove", at: this.at(name) })), data]);
  }
}
