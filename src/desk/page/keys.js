// The keys of a spreadsheet in a table of cells: arrows and Enter go to the cells around, Tab to the next.

import { type } from "./toolbar.js";

const FIELDS = "input, textarea, select";
const STOPS = `${FIELDS}, button:not(:disabled)`;

/** Goes to what stands somewhere; what is written there is chosen, so that the next key writes over it. */
function go(found) {
  if (!found) return false;
  found.focus();
  found.select?.();
  return true;
}

/** The stop above or below, in the same column. */
function beside(at, by) {
  const cell = at.closest("td, th");
  const lines = [...cell.closest("table").rows];
  for (let n = lines.indexOf(cell.parentElement) + by; lines[n]; n += by) {
    const found = lines[n].cells[cell.cellIndex]?.querySelector(STOPS);
    if (found) return found;
  }
  return undefined;
}

/** The one before or behind, among those that a selector finds. */
function next(root, at, selector, by) {
  const all = [...root.querySelectorAll(selector)];
  return all[all.indexOf(at) + by];
}

/** Whether an arrow leaves a text: at its end, or where all of it is chosen. */
function leaves({ selectionStart: from, selectionEnd: to, value }, key) {
  if (from === 0 && to === value.length) return true;
  if (from !== to) return false;
  if (key === "ArrowLeft") return from === 0;
  if (key === "ArrowRight") return to === value.length;
  return key === "ArrowUp" ? !value.slice(0, from).includes("\n") : !value.slice(to).includes("\n");
}

/** Where a key goes from a field or a button of the table; nothing where it means something else there. */
function goal(at, { key, shiftKey }) {
  const table = at.closest("table");
  const by = key === "ArrowUp" || key === "ArrowLeft" || shiftKey ? -1 : 1;
  const text = at.matches("textarea, input[type=text]");
  const button = at.matches("button");
  if (key === "Tab") return button ? undefined : next(table, at, FIELDS, by);
  if (key === "Enter") return button ? undefined : beside(at, by);
  if (!/^Arrow/.test(key) || shiftKey || !(button || (text && leaves(at, key)))) return undefined;
  return key === "ArrowUp" || key === "ArrowDown" ? beside(at, by) : next(at.closest("tr"), at, STOPS, by);
}

/** Whether a key goes on behind the last row: Enter from any of its cells, Tab from the last. */
const ends = (at, { key, shiftKey }) => !shiftKey && at.matches(FIELDS) && at.closest("tbody") && (key === "Enter" || key === "Tab");

/** Brings the keys to the table in `root`; `more(key)` adds a row, if it may. While a syllable is composed they are the input method's. */
export function keys(root, more) {
  const follow = (at, event) => go(goal(at, event)) || (ends(at, event) && more(event.key));
  let entered = false;
  root.addEventListener("keydown", (event) => {
    const { target, key } = event;
    const composing = event.isComposing || event.keyCode === 229;
    // Enter that ends a syllable goes on once that is written.
    entered = composing && key === "Enter";
    if (composing || event.ctrlKey || event.metaKey || !target.closest("table")) return;
    if (event.altKey || (key === "Enter" && event.shiftKey && target.matches("textarea"))) {
      if (key !== "Enter" || !target.matches("textarea")) return;
      event.preventDefault();
      type(target, "\n");
    } else if (follow(target, event)) event.preventDefault();
  });
  root.addEventListener("beforeinput", (event) => {
    if (!entered || event.isComposing || !/^insert(LineBreak|Paragraph)$/.test(event.inputType)) return;
    entered = false;
    event.preventDefault();
    follow(event.target, { key: "Enter" });
  });
}
