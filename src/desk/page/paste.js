// Text from word processors and spreadsheets: lines and cells, and what they say as values of fields.

import { reveal } from "./caret.js";
import { amount } from "./controls.js";
import { parted, type } from "./toolbar.js";

/** Those that begin a line of their own. */
const BLOCKS = /^(P|DIV|H\d|LI|TR|[UO]L|BLOCKQUOTE)$/;

const words = (text) => text.replace(/[\s\u00a0\x01\x02]+/g, " ");

/** Where an element begins or ends. */
const mark = (...says) => `\x01${says.map((says) => words(says ?? "")).join("|")}\x02`;
/** A text without them, and without signs of Word. */
const bare = (text) => text.replace(/\x01[^\x02]*?(list: ?ignore[^\x02]*\x02[^\x01.)]*(?=\x01)|\x02)/gi, "");

/** The lines of a table with tabs between their cells. What cells were merged into stands in the first of them. */
function rows(table) {
  const made = [...table.rows].map(() => []);
  [...table.rows].forEach((tr, at) => {
    let column = 0;
    for (const cell of tr.cells) {
      while (made[at][column] !== undefined) column += 1;
      made.slice(at, at + (cell.rowSpan || 1)).forEach((row, down) => {
        for (let right = 0; right < cell.colSpan; right += 1) row[column + right] = down || right ? "" : lines(cell, [""]).join(" ").trim();
      });
    }
  });
  return made.map((row) => Array.from(row, (cell) => cell ?? "").join("\t"));
}

/** Where an element leads; a place in its own document, which the clipboard takes for one on this page, is nowhere here. */
const linked = (element) => (element.href?.startsWith?.(`${location.origin}/`) ? null : element.getAttribute("href"));

function lines(parent, out) {
  const add = (text) => out.push(out.pop() + text);
  for (const child of parent.childNodes) {
    const { tagName } = child;
    if (child instanceof Text) add(words(child.data));
    else if (tagName === "BR") out.push("");
    else if (tagName === "TABLE") out.push("", ...rows(child), "", "");
    else if (tagName && !/^(STYLE|SCRIPT|TITLE)$/.test(tagName)) {
      const end = () => BLOCKS.test(tagName) && bare(out.at(-1)).trim() && out.push("");
      end();
      add(mark(tagName, child.getAttribute("style"), linked(child)));
      lines(child, out);
      add(mark("/"));
      end();
    }
  }
  return out;
}

/** The lines of an HTML document with marks. */
const marked = (html) => lines(new DOMParser().parseFromString(html, "text/html").body, [""]).join("\n");

/** A text as it comes between others: a table stands on lines of its own, with an empty one before and after. */
function apart(text, { value, selectionStart, selectionEnd }) {
  const [before, after] = [value.slice(0, selectionStart), value.slice(selectionEnd)];
  const gap = "\n".repeat(Math.max(0, 2 - /\n*$/.exec(before)[0].length));
  const head = text.startsWith("|") && before.trim() ? gap : "";
  // At the end the caret comes to stand below it.
  const tail = /\n*$/.exec(text)[0] + (after.trim() ? after : "");
  // Nor is a note that follows a part of what comes.
  const parts = /(^|\n)\|.*$/.test(text.trimEnd()) || /^\[\^[^\]\s]+\]:/.test(after);
  return head + text + (parts ? parted(tail) : "");
}

/** How much was typed at a place since something was pasted there: it stands behind what was pasted, which goes to its
 * own place. */
function meanwhile(area, before, after) {
  const { value } = area;
  const typed = value.length - before.length - after.length;
  const own = typed > 0 && area.selectionStart === area.selectionEnd && area.selectionEnd === before.length + typed;
  if (!own || !value.startsWith(before) || !value.endsWith(after)) return 0;
  area.setSelectionRange(before.length, before.length);
  return typed;
}

/** Cleans what is pasted into a text area, and says so. */
export function cleanPaste(area, ask, told) {
  area.addEventListener("paste", async (event) => {
    const html = event.clipboardData.getData("text/html");
    const text = event.clipboardData.getData("text/plain");
    const looks = marked(html);
    if (!text && !bare(looks).trim()) return;
    event.preventDefault();
    const line = area.field?.kind !== "blocks";
    const { value, selectionStart: from, selectionEnd: to } = area;
    const cleaned = await ask({ ask: "clean", text, looks, line });
    const came = cleaned?.text ?? (text || bare(looks));
    const typed = meanwhile(area, value.slice(0, from), value.slice(to));
    area.stroke = undefined;
    area.pasted = true;
    type(area, line ? came : apart(came, area));
    const end = area.selectionEnd + typed;
    area.setSelectionRange(end, end);
    reveal(area, end);
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
  const looks = marked(html);
  const all = split(/<(table|li)\b|mso-list:/i.test(html) ? bare(looks) : clipboardData.getData("text/plain"));
  return Object.assign(all, { looks });
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
