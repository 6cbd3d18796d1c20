// The pages on the canvas and at a glance: their pictures, their size, which of them is seen.

import { filled, node } from "./dom.js";
import { lay } from "./lines.js";

/** CSS pixels of a point at 100 %. */
const PIXELS = 96 / 72;

/** How far one may zoom, and by how much at once. */
const SMALLEST = 0.1;
const LARGEST = 8;
export const STEP = 1.2;

/** Most pixels of a picture; where more are needed its outlines are fetched. */
const PIXELS_ENOUGH = 15e6;

/** The width of a small page, pixels. */
const SMALL = 96;

/** How long a zoom has to rest before pictures are fetched at its scale, ms. */
const REST = 150;

/** What is left of a page after cutting, pt. */
const trimmed = ({ trim, width, height }) => trim ?? { left: 0, top: 0, width, height };

/** Lays a box over a part of a page, pt. */
function frame({ style }, { left, top, width, height }, page) {
  const share = (part, whole) => `${(part / whole) * 100}%`;
  style.left = share(left, page.width);
  style.top = share(top, page.height);
  style.width = share(width, page.width);
  style.height = share(height, page.height);
}

export class Pages {
  /**
   * `seen` is told the page that is looked at, from 1, `zoomed` the scale, and `clicked` the point of a page, pt.
   */
  constructor(canvas, words, { seen, zoomed, clicked }) {
    Object.assign(this, { canvas, words, seen, zoomed, clicked });
    this.fit = "page";
    this.scale = 1;
    this.sheets = node("div", { className: "sheets" });
    this.empty = canvas.querySelector(".empty");
    canvas.append(this.sheets);
    for (const scrolled of [canvas, window]) {
      scrolled.addEventListener("scroll", () => this.look(), { passive: true });
    }
    canvas.addEventListener("click", (event) => this.click(event));
    this.caret = node("span", { className: "caret" });
    canvas.addEventListener("wheel", (event) => this.wheel(event), { passive: false });
    new ResizeObserver(() => this.resized()).observe(canvas);
    const near = (changes) => {
      for (const { target, isIntersecting } of changes) target.near = isIntersecting;
      this.fetch();
    };
    this.near = new IntersectionObserver(near, { rootMargin: "100% 0px", scrollMargin: "100% 0px" });
  }

  /** Shows the pages of the news; only pictures that are others are fetched, those in sight first. */
  update(news) {
    this.told = news;
    const figures = this.sheets.children;
    while (figures.length > news.pages.length) figures[figures.length - 1].remove();
    news.pages.forEach((page, index) => {
      const figure = figures[index] ?? this.add(index + 1);
      figure.page = page;
      this.size(figure);
      this.cut(figure);
    });
    this.sheets.classList.toggle("old", news.old);
    this.empty.hidden = news.pages.length > 0;
    this.empty.textContent = news.failure ?? this.words.no_pages;
    if (this.count !== news.pages.length) {
      this.count = news.pages.length;
      this.refit();
    }
    this.fetch();
    // Where pages stand is known once they are laid out.
    requestAnimationFrame(() => this.look());
  }

  add(number) {
    const layer = node("div", { className: "lines" });
    const figure = node("figure", { className: "page", id: `page-${number}` }, layer);
    figure.layer = layer;
    this.near.observe(figure);
    return this.sheets.appendChild(figure);
  }

  /** Lays the lines of trim and bleed over a printed page; its text stands within the trim. */
  cut(figure) {
    const { page } = figure;
    frame(figure.layer, trimmed(page), page);
    for (const box of ["trim", "bleed"]) {
      let line = figure.querySelector(`.${box}`);
      if (!page[box]) {
        line?.remove();
        continue;
      }
      line ??= figure.appendChild(node("span", { className: box }));
      frame(line, page[box], page);
    }
  }

  /** Gives a page its size on the screen, a whole number of the screen's own pixels. */
  size(figure) {
    const ratio = window.devicePixelRatio;
    const whole = (points) => `${Math.round(points * PIXELS * this.scale * ratio) / ratio}px`;
    figure.style.width = whole(figure.page.width);
    figure.style.height = whole(figure.page.height);
  }

  /** Fetches the pictures of the pages in sight, or near it, and the text of all others, which a search has to find. */
  fetch() {
    const figures = [...this.sheets.children];
    for (const figure of figures) if (figure.near) this.show(figure);
    clearTimeout(this.reading);
    this.reading = setTimeout(() => figures.forEach(lay), REST);
  }

  /** Where the picture of a page is, at the scale of the screen. */
  address({ picture, at, width, height }) {
    const scale = PIXELS * this.scale * window.devicePixelRatio;
    const form = width * height * scale * scale > PIXELS_ENOUGH ? "svg" : `${Math.round(scale * 1000)}.png`;
    return at ? `${at}/${Math.round(scale * 1000)}.png` : `/pictures/${picture}/${form}`;
  }

  /** Puts a picture in its place once it can be painted, so that a page is never blank between two. */
  async show(figure) {
    const address = this.address(figure.page);
    if (figure.address === address) return;
    figure.address = address;
    const picture = node("img", { src: address, alt: filled(this.words.page, { n: figure.id.slice(5) }) });
    try {
      await picture.decode();
    } catch {
      // It is another by now, or the line broke: it is fetched again with the next news.
      if (figure.address === address) figure.address = undefined;
      return;
    }
    if (figure.address !== address) return;
    const before = figure.querySelector("img");
    if (before) before.replaceWith(picture);
    else figure.prepend(picture);
    lay(figure);
  }

  click(event) {
    const figure = event.target.closest(".page");
    // Who selects text on a page wants it as it is.
    if (!figure || !getSelection().isCollapsed) return;
    const box = figure.getBoundingClientRect();
    const along = (at, start, size, points) => ((at - start) / size) * points;
    const { width, height, picture, own } = figure.page;
    const trim = trimmed(figure.page);
    if (!picture) return;
    this.clicked(
      own ?? Number(figure.id.slice(5)),
      along(event.clientX, box.left, box.width, width) - trim.left,
      along(event.clientY, box.top, box.height, height) - trim.top,
    );
  }

  /** Marks a letter on its page, and brings it into sight if `go` says so. */
  mark(spot, go) {
    const figure = spot && [...this.sheets.children].find(({ page, id }) => (page.own ?? Number(id.slice(5))) === spot.page);
    if (!figure) return this.caret.remove();
    const trim = trimmed(figure.page);
    const [left, top] = [trim.left + spot.left, trim.top + spot.top];
    frame(this.caret, { left, top, width: spot.right - spot.left, height: spot.bottom - spot.top }, figure.page);
    figure.append(this.caret);
    if (!go) return;
    const [view, box] = [this.canvas.getBoundingClientRect(), this.caret.getBoundingClientRect()];
    const inside = box.top > view.top && box.bottom < view.bottom && box.left > view.left && box.right < view.right;
    // The canvas alone moves: in a narrow window the text area is what has to stay in sight.
    const off = (start, size, from, room) => start + size / 2 - from - room / 2;
    if (inside) return;
    this.canvas.scrollBy(off(box.left, box.width, view.left, view.width), off(box.top, box.height, view.top, view.height));
  }

  /** One page under another, or two that face each other side by side. */
  face(facing) {
    const at = this.current;
    this.sheets.classList.toggle("facing", facing);
    this.refit();
    this.go(at);
  }

  fitTo(fit) {
    const at = this.current;
    this.fit = fit;
    this.refit();
    this.go(at);
  }

  refit() {
    const first = this.sheets.firstElementChild;
    if (!first) return;
    const style = getComputedStyle(this.canvas);
    const inner = (size, before, after) => size - parseFloat(style[before]) - parseFloat(style[after]);
    const across = this.sheets.classList.contains("facing") ? 2 : 1;
    const width = inner(this.canvas.clientWidth, "paddingLeft", "paddingRight") / across;
    const room = Math.min(this.canvas.clientHeight, window.innerHeight);
    const height = inner(room, "paddingTop", "paddingBottom");
    const wide = width / (first.page.width * PIXELS);
    const high = height / (first.page.height * PIXELS);
    if (this.fit === "width") this.set(wide);
    else if (this.fit === "page") this.set(Math.min(wide, high));
    else this.set(this.scale);
  }

  /** The room for pages is another: what was in its middle stays there. */
  resized() {
    const { held } = this;
    this.refit();
    const figure = held && this.sheets.children[held.page - 1];
    if (!figure) return;
    const box = figure.getBoundingClientRect();
    this.canvas.scrollBy(0, box.top + held.share * box.height - this.middle);
  }

  set(scale) {
    this.scale = Math.min(LARGEST, Math.max(SMALLEST, scale));
    for (const figure of this.sheets.children) this.size(figure);
    clearTimeout(this.resting);
    this.resting = setTimeout(() => this.fetch(), REST);
    this.zoomed(this.scale, this.fit);
  }

  /** Zooms; what is at the point (of the window) stays there. */
  zoom(factor, x, y) {
    const box = this.canvas.getBoundingClientRect();
    const middle = [box.left + box.width / 2, box.top + box.height / 2];
    const [left, top] = [x ?? middle[0], y ?? middle[1]];
    const under = document.elementFromPoint(left, top)?.closest(".page") ?? this.sheets.children[this.current - 1];
    const before = under?.getBoundingClientRect();
    this.fit = "free";
    this.set(this.scale * factor);
    if (!before) return;
    const after = under.getBoundingClientRect();
    const share = (at, start, size) => (at - start) / size;
    this.canvas.scrollBy(
      after.left + share(left, before.left, before.width) * after.width - left,
      after.top + share(top, before.top, before.height) * after.height - top,
    );
  }

  wheel(event) {
    if (!event.ctrlKey) return;
    event.preventDefault();
    this.zoom(Math.exp(-event.deltaY / 300), event.clientX, event.clientY);
  }

  /** The middle of what is seen, in the window. */
  get middle() {
    const box = this.canvas.getBoundingClientRect();
    return (Math.max(box.top, 0) + Math.min(box.bottom, window.innerHeight)) / 2;
  }

  /** The page, from 1, in the middle of what is seen. */
  get current() {
    const { middle } = this;
    const figures = [...this.sheets.children];
    const after = figures.findIndex((figure) => figure.getBoundingClientRect().bottom + 12 >= middle);
    return after < 0 ? figures.length : after + 1;
  }

  go(number) {
    document.getElementById(`page-${number}`)?.scrollIntoView({ block: "start", inline: "center" });
  }

  look() {
    if (!this.count) return;
    const page = this.current;
    const box = this.sheets.children[page - 1].getBoundingClientRect();
    this.held = { page, share: (this.middle - box.top) / box.height };
    this.seen(page, this.count);
  }
}

/** All pages at a glance, small, two by two as they lie open. */
export class Thumbs {
  constructor(list, words) {
    Object.assign(this, { list, words });
  }

  /** Shows the pages of the news; the browser fetches what is in sight. */
  update({ pages, old }) {
    const items = this.list.children;
    while (items.length > pages.length) items[items.length - 1].remove();
    pages.forEach(({ picture, width, height }, index) => {
      const image = (items[index] ?? this.add(index + 1)).querySelector("img");
      const address = `/pictures/${picture}/${Math.round((SMALL / width) * devicePixelRatio * 1000)}.png`;
      if (image.getAttribute("src") === address) return;
      image.width = SMALL;
      image.height = Math.round((SMALL / width) * height);
      image.src = address;
    });
    this.list.classList.toggle("old", old);
  }

  add(number) {
    const image = node("img", { loading: "lazy", alt: filled(this.words.page, { n: number }) });
    // What did not come is fetched again with the next news.
    image.addEventListener("error", () => image.removeAttribute("src"));
    const folio = node("span", { className: "number", ariaHidden: "true" }, number);
    return this.list.appendChild(node("li", {}, node("a", { href: `#page-${number}` }, image, folio)));
  }

  /** Marks the page that is looked at, from 1. */
  mark(page) {
    const now = this.list.children[page - 1]?.firstElementChild;
    const before = this.list.querySelector("[aria-current]");
    if (before === now) return;
    before?.removeAttribute("aria-current");
    if (now) now.ariaCurrent = "page";
    return now;
  }
}
