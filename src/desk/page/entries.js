// The list of parts, sections and entries: what is chosen opens, what is moved moves in the number.

import { button, filled, goal, isBelow, json, node } from "./dom.js";
import { Order, listOf } from "./order.js";

/** A title over lines is shown on one. */
const shown = (line) => line.title.replaceAll("\n", " ");

export class Entries {
  /** `open` shows the form at a path, with the focus, or its place on the pages, and gives `false` where another stays;
   * `edit` changes the number and tells; `stands` gives the path of the form that is open. */
  constructor(root, tools, words, { open, edit, stands }) {
    Object.assign(this, { root, tools, words, open, edit, stands });
    this.order = new Order([]);
    this.chosen = null;
    // What is done comes one after the other.
    this.doing = { turns: 0, last: Promise.resolve() };
    // News up to this setting are older than the order that is shown.
    this.setting = 0;
    for (const own of tools.querySelectorAll("button[data-act]")) {
      own.addEventListener("click", () => this.act(own.dataset.act));
    }
    const menu = tools.querySelector("details");
    menu.addEventListener("focusout", (event) => menu.contains(event.relatedTarget) || (menu.open = false));
    menu.addEventListener("keydown", (event) => {
      if (event.key !== "Escape") return;
      menu.open = false;
      menu.querySelector("summary").focus();
    });
    root.addEventListener("keydown", (event) => this.key(event));
    // Going to the page of what was clicked takes the focus away; it is moved all the same.
    document.addEventListener("keydown", (event) => event.target === document.body && event.altKey && this.key(event, json(this.chosen)));
    root.addEventListener("dragstart", (event) => this.drag(event));
    root.addEventListener("dragover", (event) => this.over(event));
    root.addEventListener("drop", (event) => this.drop(event));
    root.addEventListener("dragend", () => goal());
  }

  /** Shows the number as it is in the manifest; pages come with those that were set. */
  update(news) {
    this.news = news;
    if (news.setting <= this.setting) news = { ...news, outline: this.order.outline, old: true };
    const told = json([news.outline, news.entries, news.fits, news.old, news.readonly, news.kinds]);
    if (this.root.dataset.told === told) return;
    this.root.dataset.told = told;
    this.order = new Order(news.outline);
    const titled = (title) => news.entries.findIndex((entry) => entry.title === title);
    let index = -1;
    const item = (line) => {
      if (line.kind === null) return this.head(line, news);
      index += 1;
      return this.entry(line, news, news.old ? titled(shown(line)) : index);
    };
    const focus = document.activeElement?.closest?.("#entries") && document.activeElement.dataset.path;
    const [top, levels] = [[], []];
    for (const line of news.outline) {
      while (levels.length && !json(line.path).startsWith(json(levels.at(-1).path).slice(0, -1) + ",")) levels.pop();
      const own = item(line);
      (levels.at(-1)?.list ?? top).push(own);
      if (line.kind === null) levels.push({ path: line.path, list: own.held });
    }
    const fill = (own) => {
      if (!own.held) return own;
      own.append(node("ol", {}, ...own.held.map(fill)));
      return own;
    };
    // Until it is set again what was found stays with the titles it was found at.
    const marks = this.links.map((link) => [link.firstChild.textContent, link.querySelector(".mark")]);
    this.root.replaceChildren(...top.map(fill));
    for (const [title, mark] of marks) if (mark) this.links.find((link) => link.firstChild.textContent === title)?.append(mark);
    this.kinds(news.kinds);
    this.tools.hidden = news.readonly;
    if (this.coming && this.order.line(this.coming)) [this.chosen, this.coming] = [this.coming, undefined];
    this.choose(this.chosen);
    if (focus) this.focus(JSON.parse(this.wanted ?? focus));
    else if (this.wanted) this.focus(JSON.parse(this.wanted));
    this.wanted = undefined;
  }

  head(line, news) {
    const level = line.path.length === 2 ? "part" : "section";
    const how = { className: "head", draggable: !news.readonly, "data-path": json(line.path) };
    const item = node("li", { className: level }, button(shown(line) || this.words.untitled, () => this.pick(line.path), how));
    item.held = [];
    return item;
  }

  entry(line, news, index) {
    const entry = news.entries[index];
    const full = entry?.fill ?? null;
    const share = full === null ? null : Math.round(full * 100);
    const link = node("a", { href: entry ? `#page-${entry.sheet}` : "#text", draggable: !news.readonly, "data-path": json(line.path) },
      node("span", {}, shown(line) || this.words.untitled),
      share === null ? null : node("span", { className: "fill number", ariaHidden: "true" }, `${share}%`),
      node("span", { className: "folio number" }, entry?.page ?? ""));
    link.index = index;
    if (share !== null) link.title = [filled(this.words.full, { n: share }), ...(news.fits[index] ? [news.fits[index]] : [])].join(". ");
    link.addEventListener("click", () => this.pick(line.path));
    return node("li", {}, link);
  }

  /** Marks the entries that findings are about. */
  mark({ findings }) {
    this.links.forEach((link, index) => {
      const own = findings.filter(({ marks }) => marks.includes(index));
      const level = own.some(({ severity }) => severity === "error") ? "error" : "warning";
      link.querySelector(".mark")?.remove();
      if (own.length) link.append(node("span", { className: `mark ${level}`, role: "img", ariaLabel: this.words.marked }));
    });
  }

  get links() {
    return [...this.root.querySelectorAll("a")];
  }

  kinds(kinds) {
    const menu = this.tools.querySelector(".kinds");
    if (menu.dataset.told === json(kinds)) return;
    menu.dataset.told = json(kinds);
    const add = (label, name, kind) => button(label, () => this.add(name, kind));
    menu.replaceChildren(
      ...kinds.map(([kind, label]) => add(filled(this.words.add_kind, { kind: label }), "entries", kind)),
      add(this.words.add_section, "sections"),
      add(this.words.add_part, "parts"),
    );
  }

  /** Opens what was clicked; where what is written keeps its form, that is chosen as before. */
  async pick(path) {
    this.coming = undefined;
    this.choose(path);
    if ((await this.open(path)) === false && json(this.chosen) === json(path)) this.choose(this.stands());
  }

  /** Opens what came, though it may not be shown yet, and goes to its page. */
  came(path) {
    if (this.order.line(path)) this.choose(path);
    else this.coming = path;
    this.open(path, false, true);
  }

  choose(path) {
    this.chosen = path && this.order.line(path) ? path : null;
    for (const own of this.tools.querySelectorAll("button[data-act]")) own.disabled = !this.chosen;
    for (const own of this.root.querySelectorAll("[data-path]")) {
      own.classList.toggle("chosen", own.dataset.path === json(this.chosen));
    }
  }

  focus(path) {
    const own = [...this.root.querySelectorAll("[data-path]")].find((own) => own.dataset.path === json(path));
    own?.focus();
    this.choose(path);
  }

  /** What a change has to find: the title that is seen. */
  seen(path) {
    const title = this.order.line(path)?.title;
    return title ? [[[...path, "title"], title]] : [];
  }

  /** Does something with what stands at a path; while something is being done, with what that was done with. */
  next(path, act) {
    const waits = this.doing.turns > 0;
    this.doing.turns += 1;
    const turn = async () => {
      try {
        await act(waits ? this.chosen : path);
      } finally {
        this.doing.turns -= 1;
      }
    };
    this.doing.last = this.doing.last.then(turn, turn);
  }

  async done(changes, path, then, says, write) {
    this.wanted = then && json(then);
    const answer = await this.edit(changes, path ? this.seen(path) : [], says);
    if (!answer?.saved) {
      this.wanted = undefined;
      return;
    }
    if (then) {
      this.chosen = then;
      // What is new has a page to go to; what is empty is written.
      if (write) this.wanted = undefined;
      const opened = this.open(then, write, says === this.words.added);
      if (write) opened.then(() => document.activeElement?.field && document.activeElement.select?.());
    }
    this.show(answer);
  }

  /** Shows the order that an answer tells: the next key finds what was moved where it is by now, set or not. */
  show({ outline, setting }) {
    if (!outline || this.news.setting > setting) return;
    this.setting = setting;
    this.order = new Order(outline);
    this.update(this.news);
  }

  /** Something was taken back, or done again: what came, went or moved by that is chosen and opens. */
  turned(answer, focus) {
    const at = answer?.at;
    if (!at || !["parts", "sections", "entries"].includes(at.at(-2))) {
      if (answer?.outline) this.show(answer);
      return undefined;
    }
    // Of what went that which stands there now, or before it.
    const lines = answer.outline.map(({ path }) => json(path));
    const near = lines.indexOf(json(at)) < 0 ? [...listOf(at), at.at(-1) - 1] : at;
    const path = lines.includes(json(near)) ? near : listOf(listOf(at));
    this.chosen = path;
    if (this.root.contains(document.activeElement)) this.wanted = json(path);
    this.show(answer);
    this.choose(path);
    return this.open(path, focus);
  }

  act(name) {
    const acts = { up: (path) => this.move(path, -1), down: (path) => this.move(path, 1), remove: (path) => this.remove(path), copy: (path) => this.copy(path) };
    if (this.chosen) this.next(this.chosen, (path) => path && acts[name](path));
  }

  add(name, kind) {
    this.tools.querySelector("details").open = false;
    this.next(this.chosen, (path) => {
      const at = this.order.room(name, path);
      return at && this.done([{ do: "add", at, kind: kind ?? null }], null, at, this.words.added, true);
    });
  }

  move(path, by) {
    const way = this.order.beside(path, by);
    return way && this.done([{ do: "move", from: path, to: way.to }], path, way.then, this.words.moved);
  }

  copy(path) {
    const to = [...listOf(path), path.at(-1) + 1];
    const title = filled(this.words.copied, this.order.line(path));
    const changes = [{ do: "copy", from: path, to }, { do: "set", at: [...to, "title"], value: title }];
    return this.done(changes, path, to, this.words.added);
  }

  remove(path) {
    const lines = this.order.outline.filter((line) => !json(line.path).startsWith(json(path).slice(0, -1)));
    const at = this.order.outline.findIndex((line) => json(line.path) === json(path));
    const next = this.order.beside(path, 1)?.then ? path : lines[Math.max(0, at - 1)]?.path;
    return this.done([{ do: "remove", at: path }], path, next, this.words.removed);
  }

  key(event, told = event.target.dataset.path) {
    const path = told && JSON.parse(told);
    if (!path || event.ctrlKey || event.metaKey || this.tools.hidden) return;
    const by = event.altKey && { ArrowUp: -1, ArrowDown: 1 }[event.key];
    if (by) this.next(path, (path) => path && this.move(path, by));
    // A key that is held down takes one thing away, not all.
    else if (event.key === "Delete" && !event.altKey) event.repeat || this.next(path, (path) => path && this.remove(path));
    else return;
    event.preventDefault();
  }

  drag(event) {
    const own = event.target.closest("[data-path]");
    if (!own) return;
    this.dragged = JSON.parse(own.dataset.path);
    event.dataTransfer.effectAllowed = "move";
    event.dataTransfer.setData("text/plain", own.textContent);
  }

  /** Where what is dragged would go. */
  way(event) {
    const files = event.dataTransfer.types.includes("Files");
    const own = !files && this.dragged && event.target.closest("[data-path]");
    if (!own) return null;
    const below = isBelow(event, own);
    const way = this.order.dropped(this.dragged, JSON.parse(own.dataset.path), below);
    return way && { ...way, own, below };
  }

  over(event) {
    goal();
    const way = this.way(event);
    if (!way) return;
    event.preventDefault();
    goal(way.own, way.below);
  }

  drop(event) {
    const way = this.way(event);
    goal();
    if (!way) return;
    event.preventDefault();
    const from = this.dragged;
    this.dragged = undefined;
    this.next(from, () => this.done([{ do: "move", from, to: way.to }], from, way.then, this.words.moved));
  }
}
