// What a record lists as one table of cells, told by the shape of its fields alone; and the changes that make another of it.

import { ordered, same } from "./controls.js";
import { filled, json } from "./dom.js";

const isList = ({ kind }) => kind === "list";
const isPlain = ({ kind }) => !["list", "record", "blocks", "truth"].includes(kind);
const range = (count, make) => Array.from({ length: count }, (_, at) => make(at));

/** A field of a list: what stands there, what may be written behind all; nothing further on. */
const nth = (list, at) => list.rows[at] ?? (at === list.rows.length ? { ...list.blank, waits: true } : undefined);
const longest = (lists) => Math.max(0, ...lists.map(({ rows }) => rows.length));

/** What a new cell holds. */
export const fresh = ({ kind }, text = "") => (kind === "number" || kind === "whole" ? 0 : text);

/** A list of records: a row each, a column for each of their fields. */
function points(list) {
  const { fields } = list.blank;
  const needed = new Set(fields.filter(({ required }) => required).map(({ name }) => name));
  const record = (row) => Object.fromEntries(fields.map(({ name }, at) => [name, row[at]]).filter(([name, value]) => value !== null && !(value === "" && !needed.has(name))));
  return {
    way: "points",
    lists: [list],
    kinds: ordered(fields),
    rows: list.rows.map((row) => ordered(row.fields)),
    most: [list.most, fields.length],
    cellAt: (n, m) => [...list.path, n, fields[m].name],
    rowAt: (n) => [{ at: [...list.path, n], after: list.after }],
    rowOf: (row) => [record(row)],
    whole: ({ rows }) => ({ [list.name]: rows.map(record) }),
  };
}

/** A list of names, and series with a value for each: a row a name, a column a series. */
function series(names, all) {
  const name = all.blank.fields.find(isPlain);
  const list = all.blank.fields.find(isList);
  const lists = all.rows.map(({ fields }) => fields.find(isList));
  const one = (head, values) => ({ [name.name]: head, [list.name]: values });
  const behind = (n) => (n < lists.length ? lists[n].path : [...all.path, n, list.name]);
  return {
    way: "series",
    lists: [names, all],
    kinds: [names.blank, ...lists.map(() => list.blank)],
    more: list.blank,
    heads: [undefined, ...all.rows.map(({ fields }) => ordered(fields).find(isPlain))],
    rows: range(longest([names, ...lists]), (n) => [nth(names, n), ...lists.map((own) => nth(own, n))]),
    most: [names.most, all.most === null ? null : all.most + 1],
    told: lists,
    cellAt: (n, m) => (m ? [...behind(m - 1), n] : [...names.path, n]),
    rowAt: (n, width) => [{ at: [...names.path, n], after: names.after }, ...range(width - 1, (m) => ({ at: [...behind(m), n], after: [name.name] }))],
    rowOf: (row) => row,
    columnAt: (m) => [{ at: [...all.path, m - 1], after: all.after }],
    columnOf: (head, values) => [one(head, values)],
    whole: ({ heads, rows }) => ({
      [names.name]: rows.map((row) => row[0] ?? ""),
      [all.name]: heads.slice(1).map((head, m) => one(head, rows.map((row) => row[m + 1] ?? 0))),
    }),
  };
}

/** A line of heads, and lists of cells: a row each. */
function lines(heads, all) {
  const cells = all.rows.map(({ rows }) => rows.length);
  const width = Math.max(heads.rows.length, ...cells);
  return {
    way: "lines",
    lists: [heads, all],
    kinds: range(width, () => all.blank.blank),
    more: all.blank.blank,
    heads: range(width, (m) => nth(heads, m)),
    rows: all.rows.map((row) => range(width, (m) => nth(row, m))),
    most: [all.most, heads.most],
    told: all.rows,
    cellAt: (n, m) => [...all.path, n, m],
    rowAt: (n) => [{ at: [...all.path, n], after: all.after }],
    rowOf: (row) => [row],
    columnAt: (m) => [{ at: [...heads.path, m], after: heads.after }, ...all.rows.map((row) => ({ at: [...row.path, m] }))],
    columnOf: (head, values) => [head, ...values],
    whole: ({ heads: names, rows }) => ({ [heads.name]: names, [all.name]: rows }),
  };
}

/** The cells that these fields of a record list; nothing where they list none. */
export function matrix(fields) {
  const lists = ordered(fields).filter(isList);
  const [one] = lists;
  if (lists.length === 1 && one.blank.kind === "record" && one.blank.fields.length > 1 && one.blank.fields.every(isPlain)) return points(one);
  const names = lists.find(({ blank }) => isPlain(blank));
  const own = lists.find(({ blank }) => !isPlain(blank));
  if (lists.length !== 2 || !names || !own) return undefined;
  const { kind, fields: inner, blank } = own.blank;
  if (kind === "list") return isPlain(blank) ? lines(names, own) : undefined;
  const listed = inner?.find(isList);
  return inner?.length === 2 && inner.some(isPlain) && listed && isPlain(listed.blank) ? series(names, own) : undefined;
}

/** What its cells hold. */
function held(found) {
  const value = (cell) => cell?.value ?? null;
  return { heads: found.heads?.map((cell) => value(cell) ?? ""), rows: found.rows.map((row) => row.map(value)) };
}

/** The changes that make its cells those of `next`: what stands is changed cell by cell, what is new comes whole. */
function changes(found, next) {
  const made = [];
  const put = (cell, value) => {
    if (!cell || value === null || value === undefined || same(value, cell.value ?? null)) return;
    made.push({ do: cell.waits ? "insert" : "set", at: cell.path, value, after: cell.after });
  };
  const add = (places, values) => places.forEach(({ at, after }, n) => made.push({ do: "insert", at, value: values[n], after }));
  const [height, width] = [found.rows.length, found.kinds.length];
  const wide = next.heads?.length ?? width;
  found.heads?.forEach((cell, m) => put(cell, next.heads[m]));
  found.rows.forEach((row, n) => row.forEach((cell, m) => put(cell, next.rows[n][m])));
  for (let m = width; m < wide; m += 1) {
    add(found.columnAt(m), found.columnOf(next.heads[m], next.rows.slice(0, height).map((row) => row[m])));
  }
  for (let n = height; n < next.rows.length; n += 1) add(found.rowAt(n, wide), found.rowOf(next.rows[n]));
  return made;
}

/** The changes that list cells in another way of the same record, at `path`. */
export function turned(found, other, next, path) {
  const values = other.whole(next);
  return [
    ...found.map((name) => ({ do: "remove", at: [...path, name] })),
    ...other.lists.map(({ name, after }) => ({ do: "set", at: [...path, name], value: values[name], after })),
  ];
}

/** The places of a row, or of a column, that are removed or moved together; what is ragged has none beyond its end. */
export function places(found, way, n) {
  const all = way === "row" ? found.rowAt(n, found.kinds.length) : found.columnAt(n);
  const there = (list) => list.rows.map(({ path }) => json(path));
  const known = new Set([...found.lists, ...(found.told ?? [])].flatMap(there));
  return all.map(({ at }) => at).filter((at) => known.has(json(at)));
}

/** The cells of a record as it is now, and those of the other way in which it could list them. */
export const cellsOf = ({ fields, instead }) => ({ found: matrix(fields), other: instead?.length ? matrix(instead) : undefined });

/** The changes to what the record at a path lists then, as `turn` makes others of what is held. */
export function become(told, turn) {
  const { found, other } = cellsOf(told);
  const next = turn(held(found), found);
  if (!next) return [];
  if (told.value === null) return [{ do: "set", at: told.path, value: { ...begun(told.fields), ...found.whole(next) }, after: told.after }];
  const wide = next.heads && !found.heads;
  return wide ? turned(found.lists.map(({ name }) => name), other, next, told.path) : changes(found, next);
}

/** What a record needs besides its cells, as far as that can be said for it. */
const begun = (fields) => Object.fromEntries(fields.filter(({ kind, required }) => kind === "choice" && required).map(({ name, choices }) => [name, choices[0]]));

/** One row more, and one column more. Of one series that has no name each of two has one. */
export const longer = (words) => (next, { kinds }) => {
  const label = filled(words.new_label, { n: next.rows.length + 1 });
  next.rows.push(kinds.map((kind, at) => fresh(kind, at ? "" : label)));
  return next;
};
export const wider = (words) => (next, { way }) => {
  const name = (n) => filled(way === "lines" ? words.new_column : words.new_series, { n });
  if (way === "points") next.heads = ["", name(1)];
  next.heads.push(name(way === "lines" ? next.heads.length + 1 : next.heads.length));
  next.rows.forEach((row) => row.push(way === "lines" ? "" : 0));
  return next;
};
