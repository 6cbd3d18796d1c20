// The form as it stands beside the pages: which control is at a path, what each shows, and where the focus goes.

import { isWrong, keyOf, put, same } from "./controls.js";
import { json } from "./dom.js";
import { build, every, shape } from "./forms.js";
import { settle } from "./rows.js";

const unfolded = (form) => [...form.querySelectorAll("details.record[open]")].map((at) => at.dataset.table);

/** Remembers it of a form; what is given brings it to the controls that stand there then, and tells each pair. */
function keep(form, controls, writer) {
  const open = unfolded(form);
  const unsaved = [...controls.values()].filter((control) => control.conflict || writer.dirty(control));
  return (next, told) => {
    for (const table of form.querySelectorAll("details.record")) if (open.includes(table.dataset.table)) table.open = true;
    for (const was of unsaved) {
      const now = next.get(was.key);
      const known = now && same(now.field.before, was.field.before);
      if (known) {
        // A saving that is on its way ends in the field of both.
        now.field = Object.assign(was.field, now.field);
        now.value = was.value;
        now.checked = was.checked;
        now.conflict = was.conflict;
      }
      told(was, known ? now : undefined);
    }
  };
}

export class Sheet {
  /** `root` is where it stands, `writer` saves what is written in it. */
  constructor(root, writer) {
    Object.assign(this, { root, writer });
    // The lists with a row that is not written yet, and how many they had.
    this.pending = new Map();
    this.controls = new Map();
  }

  /** Another form: what waited in the one before is of no use any more. */
  begin(form) {
    this.pending.clear();
    this.form = form;
  }

  /** The same form as it is now. */
  take(form) {
    this.form = form;
    for (const [at, index] of this.pending) if (this.told(JSON.parse(at))?.rows.length > index) this.pending.delete(at);
  }

  /** Whether it has the fields that stand here. */
  get fits() {
    return shape(this.form, this.pending) === this.shape;
  }

  get busy() {
    return [...this.controls.values()].some((control) => control.composing || (this.writer.dirty(control) && !isWrong(control)));
  }

  /** Builds it anew for `desk` and gives each control to `attach`; what is given brings what was not saved. */
  build(desk, attach) {
    const bring = keep(this.root, this.controls, this.writer);
    this.root.replaceChildren(...build(desk));
    this.shape = shape(this.form, this.pending);
    this.controls = new Map();
    for (const control of this.root.querySelectorAll("input, textarea, select")) {
      if (!control.field) continue;
      this.controls.set(control.key, control);
      attach(control);
    }
    return (told) => bring(this.controls, told);
  }

  /** Shows what the form holds now, but for what is being written, unless it is `force`. */
  renew(desk, force) {
    for (const { fields } of this.form.groups) for (const told of every(fields)) this.field(told, desk, force);
  }

  field(told, desk, force) {
    const own = (name) => [...this.root.querySelectorAll(`[data-${name}]`)].find((at) => at.dataset[name] === json(told.path));
    const list = told.kind === "list" && own("list");
    if (list) settle(list, told, desk);
    const record = told.kind === "record" && own("record");
    if (record) record.hidden = told.value === null || told.required;
    const grid = told.kind === "record" && own("grid");
    if (grid) grid.settle(told);
    const control = this.controls.get(keyOf(told.file ?? this.form.file, told.file ? [] : told.path));
    if (!control || control.composing || (control !== force && this.writer.dirty(control))) return;
    control.field.before = told.value ?? null;
    put(control, told.value);
  }

  /** What the form tells of a path. */
  told(path) {
    for (const { fields } of this.form.groups) {
      for (const told of every(fields)) if (json(told.path) === json(path)) return told;
    }
    return undefined;
  }

  first() {
    return this.root.querySelector("textarea, input, select");
  }

  /** The control at a path, or the nearest above it. */
  find(file, path) {
    for (let length = path.length; length >= 0; length -= 1) {
      const control = this.controls.get(keyOf(file, path.slice(0, length)));
      if (control) return control;
    }
    return undefined;
  }

  /** The control in a cell of the table of what stands at a path. */
  cell(path, where) {
    const grid = [...this.root.querySelectorAll("[data-grid]")].find((own) => own.dataset.grid === json(path));
    return grid?.querySelector(`${where} :is(textarea, input, select)`);
  }

  focusField(path) {
    const control = this.find(this.form.file, path);
    const folded = control?.closest("details");
    if (folded) folded.open = true;
    control?.focus();
  }

  /** The button that does something at a path. */
  focusRow(act, path) {
    const name = path ? `${act} ${json(path)}` : act;
    const buttons = [...this.root.querySelectorAll("[data-row]")];
    const button = buttons.find((button) => button.dataset.row === name);
    const open = button?.disabled ? button.parentElement.querySelector("button:not(:disabled)") : button;
    (open ?? this.first())?.focus();
  }

  /** The last row of a list, as text of its path. */
  focusLast(list) {
    const own = [...this.root.querySelectorAll("[data-list]")].find((own) => own.dataset.list === list);
    own?.querySelector(".rows > li:last-child :is(textarea, input, select)")?.focus();
    return own !== undefined;
  }
}
