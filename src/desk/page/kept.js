// What a form keeps when it is built anew: what is unfolded, and what is not saved.

import { same } from "./controls.js";

const unfolded = (form) => [...form.querySelectorAll("details.record[open]")].map((at) => at.dataset.table);

/** Remembers it of a form; what is given brings it to the controls that stand there then, and tells each pair. */
export function keep(form, controls, writer) {
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
