// The form as it stands beside the pages: which control is at a path, what each shows, and where the focus goes.

import { isWrong, keyOf, put, same } from "./controls.js";
import { json } from "./dom.js";
import { build, every, shape } from "./forms.js";
import { cellsOf } from "./matrix.js";
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
    // The tables of cells with such a row, and how many they had.
    this.begun = new Map();
    this.controls = new Map();
  }

  /** Another form: what waited in the one before is of no use any more. */
  begin(form) {
    this.pending.clear();
    this.begun.clear();
    this.form = form;
  }

  /** The same form as it is now. */
  take(form) {
    this.form = form;
    this.waiting(this.pending, (told) => told?.rows);
    this.waiting(this.begun, (record) => record && cellsOf(record).found?.rows);
  }

  /** Forgets the rows that wait no more: there is one more than before. Where others went, there were fewer before. */
  waiting(rows, rowsOf) {
    for (const [at, before] of rows) {
      const now = rowsOf(this.told(JSON.parse(at)))?.length;
      if (!(now <= before)) rows.delete(at);
      else rows.set(at, now);
    }
  }

  /** Whether it has the fields that stand here. */
  get fits() {
    return shape(this.form, this.pending, this.begun) === this.shape;
  }

  get busy() {
    return [...this.controls.values()].some((control) => control.composing || (this.writer.dirty(control) && !isWrong(control)));
  }

  /** Whether something is written that is no value of its field. */
  get off() {
    return [...this.controls.values()].some(isWrong);
  }

  /** What all fields show. */
  get texts() {
    return new Map([...this.controls].map(([key, control]) => [key, control.value]));
  }

  /** Builds it anew for `desk` and gives each control to `attach`; what is given brings what was not saved. */
  build(desk, attach) {
    const bring = keep(this.root, this.controls, this.writer);
    this.root.replaceChildren(...build(desk));
    this.shape = shape(this.form, this.pending, this.begun);
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
    return this.grid(path)?.querySelector(`${where} :is(textarea, input, select)`);
  }

  /** The table of the cells of what stands at a path. */
  grid(path) {
    return [...this.root.querySelectorAll("[data-grid]")].find((own) => own.dataset.grid === json(path));
  }

  focusField(path) {
    const control = this.find(this.form.file, path);
    const folded = control?.closest("details");
    if (folded) folded.open = true;
    control?.focus();
  }

  /** Goes to the button that does something at a path; where that is gone, to that of what stands before it, or to what adds there. */
  focusRow(act, path) {
    const [list, n] = [path.slice(0, -1), path.at(-1)];
    const own = (name, at) => [...this.root.querySelectorAll("[data-row]")].find((one) => one.dataset.row === `${name} ${json(at)}` && one.checkVisibility());
    const add = act.includes("-") ? `${act.split("-")[0]}-add` : "add";
    const found = own(act, path) ?? own(act, [...list, n - 1]) ?? own(add, list);
    const open = found?.disabled ? found.parentElement.querySelector("button:not(:disabled)") : found;
    (open ?? this.first())?.focus();
  }

  /** Goes to the head of a table of its own. */
  focusTable(path) {
    [...this.root.querySelectorAll("details.record")].find((one) => one.dataset.table === json(path))?.firstChild.focus();
  }

  /** The last row of a list, as text of its path. */
  focusLast(list) {
    const own = [...this.root.querySelectorAll("[data-list]")].find((own) => own.dataset.list === list);
    own?.querySelector(".rows > li:last-child :is(textarea, input, select)")?.focus();
    return own !== undefined;
  }
}
