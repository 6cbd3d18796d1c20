// A text that somebody else changed meanwhile: both are shown, and the writer decides.

import { put } from "./controls.js";
import { $ } from "./dom.js";

export class Conflicts {
  /** `save` writes a control once its text is to stay, `done` is told that the other text was taken. */
  constructor(save, done) {
    Object.assign(this, { save, done });
    $("mine").addEventListener("click", () => {
      const control = this.part();
      control.focus();
      this.save(control);
    });
    $("theirs").addEventListener("click", () => this.take());
  }

  /** Shows what somebody else wrote, beside what was written here. */
  meet(control, { why, theirs }) {
    control.conflict = { theirs };
    this.control = control;
    $("why").textContent = why;
    $("other").textContent = theirs;
    control.closest(".holder").append($("conflict"));
    $("conflict").hidden = false;
    this.show();
  }

  /** Brings the choice into sight, which may lie below a long text. */
  show() {
    $("conflict").scrollIntoView({ block: "nearest" });
  }

  /** The form was built anew: another control stands for that of the conflict, or none. */
  follow(control) {
    this.control = control;
    if (control) control.closest(".holder").append($("conflict"));
    else $("conflict").hidden = true;
  }

  /** Takes what is shown out of a form that is built anew. */
  lift() {
    $("field").append($("conflict"));
  }

  part() {
    const { control } = this;
    control.field.before = control.conflict.theirs;
    control.conflict = this.control = undefined;
    $("conflict").hidden = true;
    this.lift();
    return control;
  }

  /** The text may be another by now: where it is that which was written over, or that which was written, all is well. */
  async look(ask) {
    const { control } = this;
    const { file, path, before } = control.field;
    const now = await ask({ ask: "field", file, path });
    if (!now || control !== this.control) return;
    control.conflict.theirs = $("other").textContent = now.text;
    if (now.text !== before && now.text !== control.value) return;
    this.save(this.part());
    this.done();
  }

  take() {
    const { control, control: { conflict: { theirs } } } = this;
    this.part();
    put(control, theirs);
    control.focus();
    this.done();
  }
}
