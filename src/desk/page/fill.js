// What is pasted into lists and tables of a form: a row for each line, and a cell for each cell, in one change.

import { amount } from "./controls.js";
import { filled } from "./dom.js";
import { become, cellsOf, fresh, turned, wider } from "./matrix.js";
import { pasted, read, split } from "./paste.js";

/** So many of what is left out are named. */
const NAMED = 3;

const say = (word, n) => filled(word, { n });

/** Some of all, so that the others are known to be there. */
const some = (all) => all.slice(0, NAMED).join(", ") + (all.length > NAMED ? " …" : "");

/** Cells that are no numbers, by their names. */
const named = (wrong) => some(wrong.map(({ name, text }) => `${name} ‘${text}’`));

/** What was done, and what was not. */
function told(desk, done, missed, says) {
  const { words } = desk;
  const others = missed.length ? [filled(words.left_out, { texts: some(missed) })] : [];
  desk.say([done, ...says, ...others].join(". "), missed.length > 0 || says.wrong);
}

/** Cleans what goes to fields of text, each by itself. */
async function cleaned(desk, rows, columns, looks) {
  const isText = (m) => ["text", "prose"].includes(columns[m]?.kind);
  const answer = await desk.ask({ ask: "lines", texts: rows.flatMap((row) => row.filter((_, m) => isText(m))), looks });
  if (!answer) return { rows, says: [] };
  const texts = [...answer.texts];
  const says = [...answer.mended, ...answer.left];
  says.wrong = answer.wrong;
  return { rows: rows.map((row) => row.map((text, m) => (isText(m) ? texts.shift() : text))), says };
}

/** Lines pasted into a field of a list become rows of it, from the one it is in. */
export async function pasteRows(event, list, desk) {
  const { field, value, selectionStart: from, selectionEnd: to } = event.target;
  const { path, blank } = list;
  const fields = blank.kind === "record" ? blank.fields : undefined;
  if (!desk.form.editable || !field?.row || field.file !== desk.form.file || field.path.length !== path.length + (fields ? 2 : 1)) return;
  const lines = pasted(event);
  if (!lines.length || (lines.length === 1 && !(fields && lines[0].length > 1))) return;
  event.preventDefault();
  event.stopPropagation();
  const all = fields ? lines : lines.map((line) => [line.filter(Boolean).join(" ")]);
  const { headed, columns } = columnsOf(all[0], fields ?? [blank], fields ? field.path.at(-1) : blank.name);
  const { rows, says } = await cleaned(desk, headed ? all.slice(1) : all, columns, lines.looks);
  const start = field.path[path.length];
  // Lines stand between what is there; cells stand for what is there.
  const single = !fields || rows.every((row) => row.length === 1);
  const missed = [];
  let count = 0;
  const made = () => {
    const now = { ...desk.sheet.told(path), after: list.after };
    const free = now.most - (single ? now.rows.length - (now.rows[start] ? 1 : 0) : start);
    const room = now.most === null ? rows.length : Math.max(0, free);
    missed.push(...rows.slice(room).map((row) => row.join(" ")));
    const kept = rows.slice(0, room);
    // The first line goes where the caret was; what stood behind it ends the last.
    if (single && now.rows[start] && kept.length && from !== null) {
      kept[0] = [value.slice(0, from) + kept[0][0]];
      kept[kept.length - 1] = [kept.at(-1)[0] + value.slice(to)];
    }
    const written = fields ? records(kept, now, start, { fields, columns, single }, missed) : texts(kept.flat(), now, start);
    count = written.length;
    return written.flat();
  };
  if (!(await desk.edit(made, [path], ""))) return;
  desk.sheet.focusField([...path, start + count - 1, ...field.path.slice(path.length + 1)]);
  told(desk, say(desk.words.rows_pasted, count), missed, says);
}

function texts(lines, { path, rows, after }, start) {
  return lines.map((text, n) => [{ do: n === 0 && rows[start] ? "set" : "insert", at: [...path, start + n], value: text, after }]);
}

/** The fields that cells go to: in their order from the one that is written, or those that heads of their own name. */
function columnsOf(first, fields, name) {
  const heads = first.map((text) => fields.find(({ label }) => label === text));
  const headed = first.length > 1 && heads.every(Boolean);
  return { headed, columns: headed ? heads : fields.slice(fields.findIndex((field) => field.name === name)) };
}

/** What is no value of its field is left out. */
function records(lines, { path, rows, after }, start, { fields, columns, single }, missed) {
  const names = fields.map((field) => field.name);
  return lines.map((cells, n) => {
    const at = [...path, start + n];
    const values = new Map();
    cells.forEach((text, m) => {
      const value = columns[m] && text !== "" ? read(columns[m], text) : undefined;
      if (value !== undefined) values.set(columns[m].name, value);
      else if (text !== "") missed.push(text);
    });
    const known = names.filter((key) => values.has(key));
    if (!rows[start + n] || (single && n > 0)) return [{ do: "insert", at, value: Object.fromEntries(known.map((key) => [key, values.get(key)])), after }];
    return known.map((key) => ({ do: "set", at: [...at, key], value: values.get(key), after: names.slice(0, names.indexOf(key)) }));
  });
}

/** Whether a line is one of heads: its corner is empty, or it has words where there are numbers below. */
function isHeads([first, ...rest], kinds) {
  if (!rest.length || first.length < 2) return false;
  const number = (line) => line.slice(1).some((text, m) => read(kinds[m + 1] ?? kinds.at(-1), text) !== undefined);
  const amounts = ["number", "whole"].includes(kinds.at(-1).kind);
  return amounts && (first[0] === "" || (!number(first) && first.slice(1).every((text) => !/^[-−–—]?$/.test(text)) && rest.some(number)));
}

/**
 * Cells pasted into a table fill it from the cell that is written; what is no number is told at its cell. Where names
 * come with the cells, one that is no number refuses them all: what stood there would stand under another name.
 */
export async function pasteCells(event, record, desk, edit) {
  const lines = pasted(event);
  const cell = event.target.closest("td, th");
  if (!desk.form.editable || !lines.length || lines.flat().length === 1) return;
  event.preventDefault();
  event.stopPropagation();
  // Where there are no cells yet they begin with those that come.
  const column = cell?.cellIndex ?? 0;
  const row = cell?.closest("thead") ? -1 : (cell?.parentElement.sectionRowIndex ?? 0);
  const [missed, wrong] = [[], []];
  let refused = false;
  const turn = (next, found) => {
    const made = laid(next, found, { lines, row, column }, desk, cellsOf(desk.sheet.told(record.path)).other, { missed, wrong });
    refused = wrong.length > 0 && (column === 0 || row < 0);
    return refused ? undefined : made;
  };
  const done = await edit((now) => become(now, turn), "");
  if (refused) {
    desk.say(filled(desk.words.paste_refused, { cells: named(wrong) }), true);
    return;
  }
  if (!done) return;
  for (const { text, at: [down, right] } of wrong) {
    const control = desk.sheet.cell(record.path, `tbody tr:nth-child(${down + 1}) > :nth-child(${right + 1})`);
    if (control) control.value = text;
  }
  desk.mark();
  const says = wrong.length ? [filled(desk.words.no_numbers, { n: wrong.length, cells: named(wrong) })] : [];
  says.wrong = wrong.length > 0;
  told(desk, say(desk.words.cells_pasted, lines.flat().length - missed.length - wrong.length), missed, says);
}

function laid(next, found, { lines, row, column }, { words }, other, { missed, wrong }) {
  const headed = row >= 0 && column === 0 && found.way !== "lines" && isHeads(lines, found.kinds);
  const needed = column + Math.max(...lines.map((line) => line.length));
  const grows = found.way === "points" ? other?.way === "series" && found.kinds.length === 2 : true;
  const most = found.way === "points" ? (other?.most[1] ?? null) : found.most[1];
  let { kinds } = found;
  let way = found.way;
  while (grows && kinds.length < needed && (most === null || kinds.length < most)) {
    wider(words)(next, { way });
    kinds = [...kinds, kinds.at(-1)];
    if (way === "points") way = "series";
  }
  lines.forEach((line, n) => {
    const at = headed && n === 0 ? -1 : row + n - (headed ? 1 : 0);
    if (at >= 0 && !next.rows[at] && (found.most[0] === null || at < found.most[0])) next.rows[at] = kinds.map((kind) => fresh(kind));
    // A line that ends early has empty cells: nothing of the old row stays there.
    Array.from({ length: needed - column }, (_, m) => line[m] ?? "").forEach((text, m) => {
      const to = column + m;
      const kind = kinds[to];
      if (at < 0) {
        if (next.heads && kind && text !== "" && (to > 0 || way === "lines")) next.heads[to] = text;
        else if (text !== "") missed.push(text);
      } else if (!kind || !next.rows[at]) text === "" || missed.push(text);
      else if (read(kind, text) !== undefined) next.rows[at][to] = read(kind, text);
      else wrong.push({ text, at: [at, to], name: `${next.rows[at][0] || at + 1} ${next.heads?.[to] || kind.label}`.trim() });
    });
  });
  return next;
}

/** Makes cells of the one text in which a record has them: a line of heads, then a line a label. */
export async function part(one, told, desk) {
  const { found, other } = cellsOf(told);
  const { path, value } = desk.sheet.told(one.path);
  const [heads, ...lines] = split(value);
  const cells = lines.flatMap((line) => heads.slice(1).map((head, m) => ({ name: `${line[0]} ${head}`, text: line[m + 1] ?? "" })));
  const wrong = cells.filter(({ text }) => Number.isNaN(amount(text)));
  const goal = heads.length === 2 ? found : other;
  if (wrong.length || !goal) return desk.say(filled(desk.words.paste_refused, { cells: named(wrong) }), true);
  const rows = lines.map(([label, ...numbers]) => [label, ...numbers.map(amount)]);
  // What their columns are called is a field of its own.
  const called = told.fields.filter(({ name, value }) => value === null && ((name === "label" && heads[0]) || (name === "value" && goal === found)));
  const titles = called.map(({ name, path, after }) => ({ do: "set", at: path, value: heads[name === "label" ? 0 : 1], after }));
  await desk.edit([...turned([one.name], goal, { heads, rows }, told.path), ...titles], [path], desk.words.saved);
}
