// Text from word processors and spreadsheets: what is HTML becomes lines and cells, the program cleans them.

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
export function plain(html) {
  const page = new DOMParser().parseFromString(html, "text/html");
  const all = lines(page.body, 0, [""]).map((line) => line.replace(/[ \u00a0]+$/, ""));
  return all.join("\n").replace(/\n{3,}/g, "\n\n").replace(/^\n+|\n+$/g, "");
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
    const cleaned = await ask({ ask: "clean", text: pasted, line: area.field?.kind !== "blocks" });
    type(area, cleaned?.text ?? pasted);
    if (cleaned) told(cleaned);
  });
}
