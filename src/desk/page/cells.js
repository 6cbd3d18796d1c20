// Cells as they come from a spreadsheet or a word processor, and what they say as values of fields.

import { amount } from "./number.js";
import { plain } from "./paste.js";

/** Lines of cells with tabs between them; a spreadsheet quotes what runs over lines. */
function split(text) {
  const rows = [[]];
  for (const [, cell, end] of text.replace(/\r\n?/g, "\n").matchAll(/("(?:[^"]|"")*"(?=\t|\n|$)|[^\t\n]*)(\t|\n|$)/g)) {
    const quoted = /^"[^]*"$/.test(cell) && cell.length > 1;
    rows.at(-1).push((quoted ? cell.slice(1, -1).replaceAll('""', '"') : cell).replace(/\s+/g, " ").trim());
    if (end === "") break;
    if (end === "\n") rows.push([]);
  }
  return rows.filter((row) => row.some(Boolean));
}

/** The lines that are pasted, cell by cell; blank ones are none. */
export function pasted({ clipboardData }) {
  const html = clipboardData.getData("text/html");
  return split(/<(table|li)\b/i.test(html) ? plain(html) : clipboardData.getData("text/plain"));
}

/** A day: `2024-03-21`, `2024. 3. 21.`, `2024/3/21`. */
function day(text) {
  const [, year, month, date] = /^(\d{4})\s*[-./년]\s*(\d{1,2})\s*[-./월]\s*(\d{1,2})\s*[.일]?$/.exec(text) ?? [];
  const told = `${year}-${month?.padStart(2, "0")}-${date?.padStart(2, "0")}`;
  const known = year && new Date(`${told}T00:00:00Z`);
  return known && !Number.isNaN(known.getTime()) && known.toISOString().startsWith(told) ? { $date: told } : undefined;
}

/** What a text says as a value of a field; `undefined` where it cannot be one. */
export function read({ kind, choices }, text) {
  if (kind === "date") return day(text);
  if (kind === "number" || kind === "whole") {
    const number = amount(text);
    return Number.isNaN(number) || (kind === "whole" && !Number.isInteger(number)) ? undefined : number;
  }
  if (kind === "choice") return choices.includes(text) ? text : undefined;
  return ["text", "prose", "url", "period"].includes(kind) ? text : undefined;
}
