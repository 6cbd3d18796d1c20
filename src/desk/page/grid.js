// A chart as one small table, whichever way the manifest lists its values: a row a label, a column a series.

import { labelled, node } from "./controls.js";
import { plain } from "./paste.js";

/** The fields of a chart that the table stands for. */
export const CELLS = ["data", "labels", "series"];

const split = (text) => text.replaceAll("\r", "").split("\n").filter((line) => line.trim()).map((line) => line.split("\t"));

const named = (fields, name) => fields?.find((field) => field.name === name);

/** What the chart lists: heads if it has series, and rows of fields; nothing where its cells are one text. */
function cells(told) {
  const data = named(told.fields, "data");
  if (data) return data.kind === "list" ? { rows: data.rows.map(({ fields }) => [named(fields, "label"), named(fields, "value")]) } : null;
  const series = named(told.fields, "series")?.rows ?? [];
  const values = series.map(({ fields }) => named(fields, "values").rows);
  const heads = series.map(({ fields }) => named(fields, "name"));
  const rows = (named(told.fields, "labels")?.rows ?? []).map((label, at) => [label, ...values.map((rows) => rows[at])]);
  return { heads, rows };
}

/** The changes that add to a chart and take from it; each finds the chart as it was seen. */
function changes(told, { heads, rows }, words) {
  const at = (...steps) => [...told.path, ...steps];
  const label = words.new_label.replace("{n}", rows.length + 1);
  const series = (n) => words.new_series.replace("{n}", n);
  const column = (name) => ({ name, values: rows.map(() => 0) });
  return {
    begin: () => [{ do: "set", at: told.path, value: { kind: "bars", alt: "", data: [{ label, value: 0 }] }, after: told.after }],
    row: () => (heads
      ? [{ do: "insert", at: at("labels", rows.length), value: label }, ...heads.map((_, n) => ({ do: "insert", at: at("series", n, "values", rows.length), value: 0 }))]
      : [{ do: "insert", at: at("data", rows.length), value: { label, value: 0 }, after: ["kind"] }]),
    column: () => (heads
      ? [{ do: "insert", at: at("series", heads.length), value: column(series(heads.length + 1)) }]
      // One series has no name; of two each has one.
      : [
        { do: "remove", at: at("data") },
        { do: "set", at: at("labels"), value: rows.map(([label]) => label?.value ?? ""), after: ["kind"] },
        { do: "set", at: at("series"), value: [{ name: series(1), values: rows.map(([, value]) => value?.value ?? 0) }, column(series(2))], after: ["kind", "labels"] },
      ]),
    noRow: (n) => (heads
      ? [{ do: "remove", at: at("labels", n) }, ...heads.map((_, m) => ({ do: "remove", at: at("series", m, "values", n) }))]
      : [{ do: "remove", at: at("data", n) }]),
    noColumn: (n) => [{ do: "remove", at: at("series", n) }],
    // Cells of a spreadsheet are the whole chart, heads and all.
    pasted: (text) => (told.value === null
      ? [{ do: "set", at: told.path, value: { kind: "bars", alt: "", data: text }, after: told.after }]
      : [...CELLS.filter((name) => name !== "data" && told.value[name] !== undefined).map((name) => ({ do: "remove", at: at(name) })), { do: "set", at: at("data"), value: text, after: ["kind"] }]),
  };
}

/** The table of the chart `told`. */
export function grid(told, desk) {
  const { words, form } = desk;
  const known = cells(told);
  if (known === null) return labelled(named(told.fields, "data"), form, words);
  const { heads, rows } = known;
  const change = changes(told, known, words);
  const edit = (made, says) => desk.edit(made, [told.path], says);
  const button = (className, sign, label, press) => {
    const made = node("button", { type: "button", className, title: label }, sign);
    if (label) made.ariaLabel = label;
    made.addEventListener("click", press);
    return made;
  };
  const called = (field) => String(field?.value ?? "") || words.untitled;
  const gone = (field, made) => (form.editable ? button("sign", "×", words.row_remove.replace("{name}", called(field)), () => edit(made(), words.removed)) : null);
  const cell = (field, name) => field && labelled(field, form, words, name);
  const head = heads && node("tr", {}, node("td"), ...heads.map((field, n) =>
    node("th", { scope: "col" }, cell(field, field.label), heads.length > 1 ? gone(field, () => change.noColumn(n)) : null)));
  const lines = rows.map((row, n) => node("tr", {},
    ...row.map((field, m) => node(m ? "td" : "th", m ? {} : { scope: "row" }, cell(field, m ? `${called(row[0])} ${heads ? called(heads[m - 1]) : ""}`.trim() : field.label))),
    node("td", { className: "off" }, gone(row[0], () => change.noRow(n)))));
  const table = node("table", {}, node("caption", {}, words.chart_cells), head && node("thead", {}, head), node("tbody", {}, ...lines));
  const adds = form.editable ? [
    button("add plain", words.add_label, "", () => edit(told.value === null ? change.begin() : change.row(), words.added)),
    rows.length ? button("add plain", words.add_series, "", () => edit(change.column(), words.added)) : null,
    node("p", { className: "hint" }, words.paste_cells),
  ] : [];
  const made = node("div", { className: "grid", tabIndex: -1 }, rows.length ? table : null, ...adds);
  made.addEventListener("paste", (event) => {
    const html = event.clipboardData.getData("text/html");
    const text = /<table\b/i.test(html) ? plain(html) : event.clipboardData.getData("text/plain");
    const lines = split(text);
    if (!form.editable || lines.length < 2 || lines[0].length < 2) return;
    event.preventDefault();
    edit(change.pasted(lines.map((line) => line.join("\t")).join("\n")), words.saved);
  });
  return made;
}
