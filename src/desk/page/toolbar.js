// What Markdown can do here, as buttons and keys. It writes as if it were typed, so that the field's own undo lives.

import { isProse } from "./controls.js";

/** Writes a text for what is chosen in a text area. */
export function type(area, text) {
  area.focus();
  const done = text === "" ? document.execCommand("delete") : document.execCommand("insertText", false, text);
  if (done) return;
  area.setRangeText(text, area.selectionStart, area.selectionEnd, "end");
  area.dispatchEvent(new InputEvent("input", { bubbles: true }));
}

/** Puts signs around what is chosen, or takes them away. */
function around(area, sign) {
  const { selectionStart: start, selectionEnd: end, value } = area;
  const has = (at, text) => value.slice(at, at + text.length) === text;
  const chosen = value.slice(start, end);
  const single = sign.length === 1 && has(start - 2, "**");
  if (start >= sign.length && has(start - sign.length, sign) && has(end, sign) && !single) {
    area.setSelectionRange(start - sign.length, end + sign.length);
    type(area, chosen);
    area.setSelectionRange(start - sign.length, end - sign.length);
    return;
  }
  type(area, `${sign}${chosen}${sign}`);
  area.setSelectionRange(start + sign.length, end + sign.length);
}

/** Begins the lines that are chosen with a sign, or without. */
function before(area, sign) {
  const { selectionStart: start, selectionEnd: end, value } = area;
  const from = value.lastIndexOf("\n", start - 1) + 1;
  const next = value.indexOf("\n", Math.max(end - 1, from));
  const to = next < 0 ? value.length : next;
  const lines = value.slice(from, to).split("\n");
  const all = lines.every((line) => line.startsWith(sign));
  const other = /^(## |- )/;
  const changed = lines.map((line) => (all ? line.slice(sign.length) : line.startsWith(sign) ? line : sign + line.replace(other, "")));
  area.setSelectionRange(from, to);
  const text = changed.join("\n");
  type(area, text);
  area.setSelectionRange(lines.length > 1 ? from : from + text.length, from + text.length);
}

function note(area) {
  const { selectionEnd: at, value } = area;
  const taken = new Set([...value.matchAll(/\[\^([^\]\s]+)\]/g)].map((match) => match[1]));
  let count = 1;
  while (taken.has(String(count))) count += 1;
  area.setSelectionRange(at, at);
  type(area, `[^${count}]`);
  const end = area.value.length;
  area.setSelectionRange(end, end);
  const noted = /\n\[\^[^\]]+\]:[^\n]*\n*$/.test(area.value);
  const gap = area.value.endsWith("\n") ? (noted ? "" : "\n") : noted ? "\n" : "\n\n";
  type(area, `${gap}[^${count}]: `);
}

function link(area) {
  const { selectionStart: start, selectionEnd: end, value } = area;
  const chosen = value.slice(start, end);
  type(area, `[${chosen}](https://)`);
  const at = start + chosen.length + 3;
  if (chosen) area.setSelectionRange(at, at + 8);
  else area.setSelectionRange(start + 1, start + 1);
}

function table(area, words) {
  const { selectionEnd: at, value } = area;
  const end = value.indexOf("\n", at) < 0 ? value.length : value.indexOf("\n", at);
  area.setSelectionRange(end, end);
  type(area, `${value.slice(0, end) ? "\n\n" : ""}${words.table_text}\n`);
}

/** Where the entry that is open takes its picture. */
const chooser = () => document.querySelector("#form .drop input[type=file]");

/** A text takes no pictures; the entry does, in a field of its own. */
function picture() {
  const choose = chooser();
  const table = choose.closest("details");
  if (table) table.open = true;
  choose.scrollIntoView({ block: "center" });
  choose.focus();
  choose.click();
}

const ACTS = {
  bold: (area) => around(area, "**"),
  emphasis: (area) => around(area, "*"),
  subhead: (area) => before(area, "## "),
  bullet: (area) => before(area, "- "),
  note, link, table, picture,
};

/** What makes no sense in one paragraph. */
const OF_BLOCKS = ["subhead", "bullet", "note", "table"];

const KEYS = { b: "bold", i: "emphasis", k: "link" };

/** Brings a toolbar to life for the text area that `current` gives. */
export function toolbar(bar, words, current) {
  const area = () => {
    const control = current();
    return control?.field && isProse(control.field.kind) && !control.readOnly ? control : null;
  };
  for (const button of bar.querySelectorAll("button")) {
    // The text keeps its selection.
    button.addEventListener("mousedown", (event) => event.preventDefault());
    button.addEventListener("click", () => area() && ACTS[button.dataset.act](area(), words));
  }
  document.addEventListener("keydown", (event) => {
    const act = (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey && KEYS[event.key.toLowerCase()];
    if (!act || event.isComposing || event.target !== area()) return;
    event.preventDefault();
    ACTS[act](event.target, words);
  });
  return () => {
    const control = area();
    bar.hidden = control === null;
    const taken = chooser() !== null;
    for (const button of bar.querySelectorAll("button")) {
      const { act } = button.dataset;
      if (act === "picture") button.hidden = !taken;
      else button.hidden = control?.field.kind !== "blocks" && OF_BLOCKS.includes(act);
    }
  };
}
