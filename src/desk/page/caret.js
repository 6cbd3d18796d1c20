// Where the caret stands: in the text, and on the pages.

import { isText } from "./controls.js";
import { node } from "./dom.js";

/** How long a caret has to rest before it is looked for on the pages, ms. */
const REST = 120;

/** Those that say where the lines of a text break. */
const LOOKS = ["font", "letterSpacing", "lineHeight", "padding", "textIndent", "wordBreak"];

/** Brings the line of the caret into sight, in its text and in the form: the text is laid out once more to find it. */
export function reveal(area, at) {
  const looks = getComputedStyle(area);
  const mark = node("span");
  const mirror = node("div", { className: "mirror", ariaHidden: "true" }, area.value.slice(0, at), mark, area.value.slice(at) || "\u200b");
  const { style } = mirror;
  for (const look of LOOKS) style[look] = looks[look];
  style.width = `${area.clientWidth}px`;
  style.left = `${area.offsetLeft + area.clientLeft}px`;
  area.after(mirror);
  const { offsetTop: top, offsetHeight: height } = mark;
  const { scrollTop, clientHeight } = area;
  if (top < scrollTop || top + height > scrollTop + clientHeight) area.scrollTop = top - clientHeight / 2;
  style.top = `${area.offsetTop + area.clientTop - area.scrollTop}px`;
  mark.scrollIntoView({ block: "nearest", inline: "nearest" });
  mirror.remove();
}

/** Where the part ends in which a text is another than it was. */
export function changed(was, now) {
  if (was === now) return undefined;
  if (was === undefined) return 0;
  let tail = 0;
  while (tail < Math.min(was.length, now.length) && was.at(-1 - tail) === now.at(-1 - tail)) tail += 1;
  return now.length - tail;
}

export class Caret {
  /** `spot` is told where on the pages the caret stands, and whether to go there; `dirty` says what is not saved. */
  constructor(ask, spot, dirty) {
    Object.assign(this, { ask, spot, dirty });
  }

  /** Shows where the caret of a control is once it rests there. */
  soon(control, go) {
    clearTimeout(this.moving);
    // Who wanted to go there goes there, whatever is asked meanwhile: what is new may not be set yet.
    this.going = go || (this.going && control?.key === this.key);
    this.key = control?.key;
    this.moving = setTimeout(() => this.show(control), REST);
  }

  async show(control) {
    if (!control?.isConnected || this.dirty(control)) return;
    const { file, path, near, kind } = control.field;
    // A number stands on the page where what it is called does.
    const [at, caret] = isText(kind) ? [path, control.selectionStart] : [near, 0];
    const { moving } = this;
    const spot = at && (await this.ask({ ask: "spot", file, path: at, caret }));
    // Where it has moved on meanwhile it is looked for anew.
    if (!at || moving !== this.moving) return;
    this.spot(spot, this.going);
    if (spot) this.going = false;
  }
}
