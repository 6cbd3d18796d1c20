// Where the caret stands: in the text, and on the pages.

import { isText } from "./controls.js";

/** How long a caret has to rest before it is looked for on the pages, ms. */
const REST = 120;

/** Brings the line of the caret into sight. */
export function reveal(area, at) {
  const lines = area.value.slice(0, at).length / Math.max(1, area.value.length);
  const room = area.scrollHeight - area.clientHeight;
  if (room > 0) area.scrollTop = Math.max(0, lines * area.scrollHeight - area.clientHeight / 2);
}

export class Caret {
  /** `spot` is told where on the pages the caret stands, and whether to go there; `dirty` says what is not saved. */
  constructor(ask, spot, dirty) {
    Object.assign(this, { ask, spot, dirty });
  }

  /** Shows where the caret of a control is once it rests there. */
  soon(control, go) {
    clearTimeout(this.moving);
    this.moving = setTimeout(() => this.show(control, go), REST);
  }

  async show(control, go) {
    if (!control?.isConnected || this.dirty(control)) return;
    const { file, path, near, kind } = control.field;
    // A number stands on the page where what it is called does.
    const [at, caret] = isText(kind) ? [path, control.selectionStart] : [near, 0];
    const { moving } = this;
    const spot = at && (await this.ask({ ask: "spot", file, path: at, caret }));
    // Where it has moved on meanwhile it is looked for anew.
    if (at && moving === this.moving) this.spot(spot, go);
  }
}
