// What Markdown can do here, as buttons and keys. It writes as if it were typed, so that the field's own undo lives.

import { reveal } from "./caret.js";
import { isProse } from "./controls.js";
import { json, node } from "./dom.js";
import { PICTURES, copied } from "./picture.js";

/** Writes a text for what is chosen in a text area. */
export function type(area, text) {
  area.focus();
  // It is taken back by itself, not with what was written before it.
  area.stroke = undefined;
  const done = text === "" ? document.execCommand("delete") : document.execCommand("insertText", false, text);
  if (done) return;
  area.setRangeText(text, area.selectionStart, area.selectionEnd, "end");
  area.dispatchEvent(new InputEvent("input", { bubbles: true }));
}

/** What is meant where nothing is chosen: what stands between the signs there, or the word; nothing at the end of both. */
function meant({ value, selectionStart: at }, sign) {
  const line = value.lastIndexOf("\n", at - 1) + 1;
  const [before, after] = [value.slice(line, at), value.slice(at).split("\n")[0]];
  if (before.split(sign).length % 2 === 0 && after.includes(sign)) {
    const from = line + before.lastIndexOf(sign) + sign.length;
    return after.startsWith(sign) && from < at ? null : [from, at + after.indexOf(sign)];
  }
  const [left, right] = [before.match(/[^\s*]*$/)[0].length, after.match(/^[^\s*]*/)[0].length];
  return left && right ? [at - left, at + right] : [at, at];
}

/** Puts signs around what is chosen, or takes them away. Where nothing is, words stand there to be written over. */
function around(area, sign, { some_text: some }) {
  const { value, selectionStart, selectionEnd } = area;
  const { length } = sign;
  const place = selectionStart === selectionEnd ? meant(area, sign) : [selectionStart, selectionEnd];
  // What was begun ends here.
  if (!place) return area.setSelectionRange(selectionStart + length, selectionStart + length);
  const [start, end] = place;
  const chosen = value.slice(start, end);
  // Three stars are both signs at once.
  const stars = Math.min(value.slice(0, start).match(/\**$/)[0].length, value.slice(end).match(/^\**/)[0].length);
  if (stars >= length && (length === 2 || stars !== 2)) {
    area.setSelectionRange(start - length, end + length);
    type(area, chosen === some ? "" : chosen);
    area.setSelectionRange(start - length, area.selectionEnd);
  } else {
    area.setSelectionRange(start, end);
    type(area, `${sign}${chosen || some}${sign}`);
    area.setSelectionRange(start + length, start + length + (chosen || some).length);
  }
}

/** Writes the lines that are chosen as `change` makes them. */
function relined(area, change) {
  const { selectionStart: start, selectionEnd: end, value } = area;
  const from = value.lastIndexOf("\n", start - 1) + 1;
  const next = value.indexOf("\n", Math.max(end - 1, from));
  const to = next < 0 ? value.length : next;
  const lines = value.slice(from, to).split("\n");
  const text = change(lines).join("\n");
  if (text === lines.join("\n")) return;
  area.setSelectionRange(from, to);
  type(area, text);
  area.setSelectionRange(lines.length > 1 ? from : from + text.length, from + text.length);
}

/** Begins the lines that are chosen with a sign, or without. */
function before(area, sign) {
  const begun = (line) => (line.startsWith(sign) ? line : sign + line.replace(/^(## |- )/, ""));
  relined(area, (lines) => lines.map(lines.every((line) => line.startsWith(sign)) ? (line) => line.slice(sign.length) : begun));
}

/** Moves the items that are chosen by a level. */
function level(area, by) {
  const moved = (line) => (!/^ *- /.test(line) ? line : by > 0 ? `  ${line}` : line.replace(/^ {1,2}/, ""));
  relined(area, (lines) => lines.map(moved));
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

/** The address is what is missing of what is chosen; of nothing it is the words, and the address once they are there. */
function link(area, { some_text: some }) {
  const { selectionStart: start, selectionEnd: end, value } = area;
  const blank = "](https://)";
  if (start !== end || !value.startsWith(blank, start)) {
    const chosen = value.slice(start, end);
    type(area, `[${chosen || some}${blank}`);
    if (!chosen) return area.setSelectionRange(start + 1, start + 1 + some.length);
  }
  const at = area.value.indexOf(blank, start) + 2;
  area.setSelectionRange(at, at + 8);
}

/** The ends of lines that part `rest` from what stands before it: whoever writes on at the end writes below. */
export const parted = (rest) => "\n".repeat(Math.max(0, 2 - /^\n*/.exec(rest)[0].length));

function table(area, words) {
  const { selectionEnd: at, value } = area;
  const end = value.indexOf("\n", at) < 0 ? value.length : value.indexOf("\n", at);
  area.setSelectionRange(end, end);
  const gap = value.slice(0, end) ? "\n\n" : "";
  type(area, gap + words.table_text + parted(value.slice(end)));
  const [, first] = words.table_text.split(" ");
  const from = end + gap.length + 2;
  area.setSelectionRange(from, from + first.length);
}

/** Puts a picture between the text, on lines of its own: it is copied beside the manifest. */
export async function place(area, file, words) {
  const taken = await copied(file);
  if (!taken?.saved) return taken;
  const end = area.value.indexOf("\n", area.selectionEnd);
  const at = end < 0 ? area.value.length : end;
  area.setSelectionRange(at, at);
  const gap = area.value.slice(0, at).trim() ? "\n\n" : "";
  type(area, `${gap}![${words.picture_text}](${taken.file})${parted(area.value.slice(at))}`);
  const from = at + gap.length + 2;
  area.setSelectionRange(from, from + words.picture_text.length);
  reveal(area, from);
  return taken;
}

const ACTS = {
  bold: (area, words) => around(area, "**", words),
  emphasis: (area, words) => around(area, "*", words),
  subhead: (area) => before(area, "## "),
  bullet: (area) => before(area, "- "),
  inner: (area) => level(area, 1),
  outer: (area) => level(area, -1),
  note, link, table,
};

/** What makes no sense in one paragraph. */
const OF_BLOCKS = ["subhead", "bullet", "inner", "outer", "note", "table", "picture"];

const KEYS = { b: "bold", i: "emphasis", k: "link" };

/** What was put into a text last, as long as nothing else was done there. */
let last = {};

const state = ({ value, selectionStart, selectionEnd }) => json([value, selectionStart, selectionEnd]);

/** Does it; what it put there by itself goes when it is pressed again. */
function press(act, area, words) {
  const before = { value: area.value, at: area.selectionStart, chosen: area.selectionStart !== area.selectionEnd };
  if (last.area === area && last.act === act && last.after === state(area)) {
    const { value, at } = last.before;
    area.select();
    type(area, value);
    area.setSelectionRange(at, at);
    last = {};
    return;
  }
  ACTS[act](area, words);
  reveal(area, area.selectionEnd);
  last = before.chosen || before.value === area.value || act === "inner" || act === "outer" ? {} : { area, act, before, after: state(area) };
}

/** Brings a toolbar to life for the text area that `current` gives; `take` puts a picture into it. */
export function toolbar(bar, words, current, take) {
  const area = () => {
    const control = current();
    return control?.field && isProse(control.field.kind) && !control.readOnly ? control : null;
  };
  const choose = node("input", { type: "file", accept: PICTURES, hidden: true });
  bar.append(choose);
  choose.addEventListener("change", async () => {
    await take(area(), choose.files[0]);
    choose.value = "";
  });
  for (const button of bar.querySelectorAll("button")) {
    // The text keeps its selection.
    button.addEventListener("mousedown", (event) => event.preventDefault());
    button.addEventListener("click", () => {
      if (!area()) return;
      if (button.dataset.act === "picture") choose.click();
      else press(button.dataset.act, area(), words);
    });
  }
  document.addEventListener("keydown", (event) => {
    const act = (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey && KEYS[event.key.toLowerCase()];
    if (!act || event.isComposing || event.target !== area()) return;
    event.preventDefault();
    press(act, event.target, words);
  });
  return () => {
    const control = area();
    bar.hidden = control === null;
    for (const button of bar.querySelectorAll("button")) {
      button.hidden = control?.field.kind !== "blocks" && OF_BLOCKS.includes(button.dataset.act);
    }
  };
}
