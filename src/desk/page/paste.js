// Text from word processors and spreadsheets: lines and cells, and what they say as values of fields.

import { amount } from "./controls.js";
import { type } from "./toolbar.js";

/** Those that begin a line of their own. */
const BLOCKS = new Set(["P", "DIV", "H1", "H2", "H3", "H4", "H5", "H6", "LI", "TR", "UL", "OL", "TABLE", "BLOCKQUOTE"]);

const words = (text) => text.replace(/[\s\u00a0]+/g, " ");

/** The lines of a table with tabs between their cells. What cells were merged into stands in the first of them. */
function rows(table) {
  const made = [...table.rows].map(() => []);
  [...table.rows].forEach((tr, at) => {
    let column = 0;
    for (const cell of tr.cells) {
      while (made[at][column] !== undefined) column += 1;
      made.slice(at, at + Math.max(1, cell.rowSpan)).forEach((row, down) => {
        for (let right = 0; right < cell.colSpan; right += 1) row[column + right] = down || right ? "" : lines(cell, 0, [""]).join(" ").trim();
      });
    }
  });
  return made.map((row) => Array.from(row, (cell) => cell ?? "").join("\t"));
}

function lines(parent, depth, out) {
  for (const child of parent.childNodes) {
    if (child.nodeType === Node.TEXT_NODE) out[out.length - 1] += words(child.data);
    else if (child.nodeType !== Node.ELEMENT_NODE || /^(STYLE|SCRIPT|TITLE)$/.test(child.tagName)) continue;
    else if (child.tagName === "BR") out.push("");
    else if (child.tagName === "TABLE") out.push("", ...rows(child), "", "");
    else {
      const block = BLOCKS.has(child.tagName);
      if (block && out[out.length - 1].trim()) out.push("");
      if (child.tagName === "LI") out[out.length - 1] = `${"  ".repeat(Math.max(0, depth - 1))}- `;
      const list = /^(UL|OL)$/.test(child.tagName);
      lines(child, depth + (list ? 1 : 0), out);
      if (block && out[out.length - 1].trim()) out.push("");
    }
  }
  return out;
}

/** The lines of an HTML document, tables with tabs between their cells. */
function plain(html) {
  const page = new DOMParser().parseFromString(html, "text/html");
  const all = lines(page.body, 0, [""]).map((line) => line.replace(/[ \u00a0]+$/, ""));
  return all.join("\n").replace(/\n{3,}/g, "\n\n").replace(/^\n+|\n+$/g, "");
}

/** A text as it comes between others: a table stands on lines of its own, with an empty one before and after. */
function apart(text, { value, selectionStart, selectionEnd }) {
  const [before, after] = [value.slice(0, selectionStart), value.slice(selectionEnd)];
  const gap = (ends) => "\n".repeat(Math.max(0, 2 - ends[0].length));
  const head = text.startsWith("|") && before.trim() ? gap(/\n*$/.exec(before)) : "";
  return head + text + (/(^|\n)\|.*\n*$/.test(text) && after.trim() ? gap(/\n*$/.exec(text + /^\n*/.exec(after)[0])) : "");
}

/** Cleans what is pasted into a text area, and says so. */
export function cleanPaste(area, ask, told) {
  area.addEventListener("paste", async (event) => {
    const html = event.clipboardData.getData("text/html");
    const text = event.clipboardData.getData("text/plain");
    const structured = /<(table|li)\b/i.test(html);
    if (!text && !structured) return;
    event.preventDefault();
    const pasted = structured ? plain(html) : text;
    const line = area.field?.kind !== "blocks";
    const cleaned = await ask({ ask: "clean", text: pasted, line });
    const came = cleaned?.text ?? pasted;
    type(area, line ? came : apart(came, area));
    if (cleaned) told(cleaned);
  });
}

/** Lines of cells with tabs between them; a spreadsheet quotes what runs over lines. */
export function split(text) {
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
