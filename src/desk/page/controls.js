// The controls of a form: one for each plain field, of the kind that fits it.

import { json, node } from "./dom.js";

/** A number as spreadsheets show it: `1,234.5`, `38%`, `△3.2`, `(30)` for −30; `NaN` where it is none. */
export function amount(text) {
  const bare = text.trim().replace(/\s*[%％]$/, "").replace(/^\(\s*([\d.,]+)\s*\)$/, "-$1").replace(/^[-−△]\s*/, "-");
  const number = /^-?(\d+|\d{1,3}(,\d{3})+)(\.\d+)?$/.test(bare) ? Number(bare.replaceAll(",", "")) : NaN;
  return Number.isFinite(number) ? number : NaN;
}

/** What the numbers of a field may be written with. */
const UNITS = { year: "년", month: "월", day: "일", volume: "권", number: "호", quantity: "부" };

/** The number that a field of this name holds, with its unit or without: `11월` in a month. */
function counted(text, name, kind) {
  const bare = text.trim();
  const unit = UNITS[name];
  const number = amount(unit && bare.endsWith(unit) ? bare.slice(0, -unit.length) : bare);
  return kind === "whole" && !Number.isInteger(number) ? NaN : number;
}

/** Tells fields which come before them in their table. */
export function ordered(fields) {
  const names = ["layout", "kind"];
  for (const told of fields) {
    told.after = [...names];
    names.push(told.name);
  }
  return fields;
}

/** Whether two values are the same. */
export const same = (one, other) => json(one) === json(other);

/** What tells a field from every other: its file and its path. */
export const keyOf = (file, path) => `${file} ${json(path)}`;

/** The kinds that are written letter by letter. */
export const isText = (kind) => ["text", "prose", "blocks", "url", "period"].includes(kind);

/** Those whose text Markdown runs through. */
export const isProse = (kind) => kind === "prose" || kind === "blocks";

/** What a control shows of a value. */
function shown(kind, value) {
  if (value === null || value === undefined) return "";
  if (kind === "date" || value.$date) return value.$date ?? value;
  if (kind === "wholes") return [value].flat().join(", ");
  return String(value);
}

/** What a control holds as a value of its field; `null` where it is empty. */
export function valueOf(control) {
  const { kind, required, before } = control.field;
  const text = control.value;
  // What is as it would be anyway is not written.
  if (kind === "truth") return before === null && control.checked === (control.field.default ?? false) ? null : control.checked;
  if (kind === "amount") return text.trim() === "" && (before === null || !required) ? null : amount(text);
  if (isText(kind)) return text === "" && (!required || before === null) ? null : text;
  // A day that is written in part, or that no calendar has, is none yet.
  if (control.validity?.badInput) return NaN;
  if (text.trim() === "") return null;
  if (kind === "date") return { $date: text };
  if (kind === "number" || kind === "whole") return counted(text, control.field.path.at(-1), kind);
  if (kind === "wholes") {
    const numbers = text.split(/[,\s~]+/).filter(Boolean).map((one) => counted(one, control.field.path.at(-1), "whole"));
    if (numbers.some(Number.isNaN)) return NaN;
    return numbers.length > 1 ? numbers : numbers[0];
  }
  return text;
}

/** Whether a control holds what is no value of its field, and cannot be saved. */
export const isWrong = (control) => Number.isNaN(valueOf(control));

/** Puts a value into a control, unless it is there; the caret stays. What is being written there goes only if it is `force`. */
export function put(control, value, force) {
  const { kind } = control.field;
  if (kind === "truth") {
    control.checked = value ?? control.field.default ?? false;
    return;
  }
  const text = shown(kind, value);
  // A number that is being written stays as it is written.
  const writing = !force && control === document.activeElement && ["amount", "number", "whole", "wholes"].includes(kind) && same(valueOf(control), value ?? null);
  // A field of days keeps what is written in part as long as its value stays empty.
  if (control.validity?.badInput && !writing) control.value = "2000-01-01";
  if (control.value === text || writing) return;
  const at = isText(kind) ? control.selectionStart : null;
  control.value = text;
  control.typed = false;
  if (at !== null) control.setSelectionRange(at, at);
}

function made(field, words) {
  const { kind, value } = field;
  if (kind === "choice") {
    const choices = field.choices.map((choice, at) => new Option(field.names?.[at] ?? choice, choice));
    const none = field.required && value !== null ? [] : [new Option(words.not_there, "")];
    return node("select", {}, ...none, ...choices);
  }
  if (kind === "truth") return node("input", { type: "checkbox" });
  if (kind === "date") return node("input", { type: "date", max: "9999-12-31" });
  // A browser's own field of numbers tells nothing of what is none.
  if (kind === "number" || kind === "whole" || kind === "amount") return node("input", { type: "text", inputMode: "decimal", autocomplete: "off" });
  if (kind === "wholes") return node("input", { type: "text", inputMode: "numeric" });
  return node("textarea", { rows: 1, spellcheck: false, autocomplete: "off", className: kind });
}

/** The control of a field, in its label. `name` is what it is called there. */
export function labelled(field, form, words, name = field.label) {
  const control = made(field, words);
  const { path, kind, required, value } = field;
  control.field = {
    file: field.file ?? form.file,
    path: field.file ? [] : path,
    kind, name, required,
    default: field.default,
    after: field.after ?? [],
    near: field.near,
    before: value ?? null,
  };
  control.key = keyOf(control.field.file, control.field.path);
  put(control, value);
  if (isText(kind) || control.tagName === "INPUT") control.readOnly = !form.editable;
  if (!form.editable && (kind === "choice" || kind === "truth")) control.disabled = true;
  if (required) control.ariaRequired = "true";
  const label = node("label", { className: `field ${kind}` });
  const title = node("span", { className: "name" }, name);
  if (required) title.append(node("span", { className: "needed", title: words.required, ariaHidden: "true" }, " *"));
  label.append(title, control);
  const told = node("div", { className: "told", id: `told-${crypto.randomUUID()}` });
  control.told = told;
  return node("div", { className: `holder ${kind}` }, label, told);
}
