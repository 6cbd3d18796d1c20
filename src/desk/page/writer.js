// Saves what is written in the controls of a form, one after the other, each over what it replaces.

import { isText, isWrong, same, valueOf } from "./controls.js";

/** After this much quiet what is written is another stroke, which is taken back by itself, ms. */
const STROKE = 1200;

/** How long nothing is typed before a text is saved, ms: what one key brings comes in several events. Each digit of a
 * date makes another day, and none before the last is meant. */
const PAUSE = (kind) => (isText(kind) ? 4 : kind === "date" ? STROKE : 200);

export class Writer {
  /** `ask` puts a question to the program, `told` is called with what came of a saving, `met` with a conflict. */
  constructor(ask, told, met) {
    Object.assign(this, { ask, told, met });
    this.pausing = new Map();
    // Counts what was written.
    this.count = 0;
  }

  /** Whether a saving is on its way. */
  get open() {
    return this.saving !== undefined;
  }

  dirty(control) {
    if (control.field === undefined || control.readOnly || control.disabled) return false;
    return isWrong(control) || !same(valueOf(control), control.field.before);
  }

  attach(control) {
    control.addEventListener("input", () => {
      control.typed = true;
      this.last = control.key;
      clearTimeout(this.pausing.get(control));
      this.pausing.set(control, setTimeout(() => this.save(control), PAUSE(control.field.kind)));
    });
    control.addEventListener("change", () => control.field.kind !== "date" && this.save(control));
    control.addEventListener("compositionstart", () => (control.composing = true));
    control.addEventListener("compositionend", () => (control.composing = false));
    control.addEventListener("blur", () => {
      control.composing = false;
      this.save(control);
    });
  }

  /** Saves what was written in a control. The last of a tab does not wait. */
  async save(control, last = false) {
    clearTimeout(this.pausing.get(control));
    while (this.saving && !last) await this.saving;
    if (!this.dirty(control) || control.conflict || isWrong(control)) return;
    // What is on its way is not sent twice.
    if (last && control.sent && same(control.sent.value, valueOf(control))) return;
    this.saving = this.send(control, valueOf(control), last);
    try {
      await this.saving;
    } finally {
      this.saving = undefined;
    }
  }

  /** What is written in one go has one number; what is pasted is a stroke of its own. */
  stroke(control) {
    const now = Date.now();
    if (!control.stroke || now - control.written > STROKE) control.stroke = crypto.getRandomValues(new Uint32Array(1))[0];
    control.written = control.pasted ? 0 : now;
    control.pasted = false;
    return control.stroke;
  }

  question(control, value) {
    const { field } = control;
    if (field.pair) return field.pair.question(control, value, this.stroke(control));
    const { file, path, after, row } = field;
    // The last of a tab comes after what is on its way.
    const before = control.sent ? control.sent.value : field.before;
    if (row?.waits) {
      if (row.question) return { ...row.question(control, value), stroke: this.stroke(control) };
      const inner = row.plain ? value : path.slice(row.path.length).reduceRight((held, key) => ({ [key]: held }), value);
      return { ask: "edit", changes: [{ do: "insert", at: row.path, value: inner, after: row.after }], seen: [[row.path, null]], stroke: this.stroke(control) };
    }
    if (isText(field.kind)) return { ask: "save", file, path, before, text: value, after, stroke: this.stroke(control) };
    const change = value === null ? { do: "remove", at: path } : { do: "set", at: path, value, after };
    return { ask: "edit", changes: [change], seen: [[path, before]] };
  }

  async send(control, value, last) {
    const question = this.question(control, value);
    if (!question) return;
    this.count += 1;
    control.sent = { value };
    const answer = await this.ask(question, last);
    control.sent = undefined;
    this.count += 1;
    if (answer?.saved) {
      control.field.before = value;
      const { row } = control.field;
      const waited = row?.waits;
      if (row) row.waits = false;
      if (waited) row.wrote?.(control);
      control.field.pair?.wrote(question);
      this.told(control, answer);
    } else if (answer?.theirs !== undefined) {
      this.met(control, answer);
    } else {
      this.told(control, answer ?? {});
    }
  }
}
