// Where parts, sections and entries stand, and where they go when they move: on paths alone.

import { json } from "./dom.js";

/** The list that something stands in, and its place there. */
export const listOf = (path) => path.slice(0, -1);
export const placeOf = (path) => path.at(-1);

export class Order {
  /** `outline` are lines with their paths, in the order in which they are set. */
  constructor(outline) {
    this.outline = outline;
  }

  count(list) {
    const own = (line) => line.path.length === list.length + 1 && json(listOf(line.path)) === json(list);
    return this.outline.filter(own).length;
  }

  line(path) {
    return this.outline.find((line) => json(line.path) === json(path));
  }

  /** The lists that something may stand in, in order: entries in sections or parts, sections in parts. */
  lists(path) {
    const name = path.at(-2);
    if (name === "parts") return [["parts"]];
    const lists = [];
    for (const { path: at, kind } of this.outline) {
      if (kind !== null) continue;
      const part = at.length === 2;
      const sections = part && this.count([...at, "sections"]) > 0;
      if (name === "sections" && part) lists.push([...at, "sections"]);
      if (name === "entries" && !part) lists.push([...at, "entries"]);
      if (name === "entries" && part && !sections) lists.push([...at, "entries"]);
      // Entries right under a part come after its sections.
      const last = at.length === 4 && placeOf(at) + 1 === this.count(listOf(at));
      const direct = [...at.slice(0, 2), "entries"];
      if (name === "entries" && last && this.count(direct) > 0) lists.push(direct);
    }
    return lists;
  }

  /** Before what something goes that moves up or down by one; `null` at the ends. `then` is where it stands after. */
  beside(path, by) {
    const list = listOf(path);
    const place = placeOf(path);
    const goal = place + by;
    if (goal >= 0 && goal < this.count(list)) {
      return { to: [...list, by > 0 ? goal + 1 : goal], then: [...list, goal] };
    }
    const lists = this.lists(path);
    const next = lists[lists.findIndex((other) => json(other) === json(list)) + by];
    if (!next) return null;
    const to = [...next, by > 0 ? 0 : this.count(next)];
    return { to, then: to };
  }

  /** Where a new entry, section or part goes when `path` is chosen. */
  room(name, path) {
    const last = (list) => [...list, this.count(list)];
    if (name === "parts") return path ? ["parts", path[1] + 1] : last(["parts"]);
    const part = path ? path.slice(0, 2) : ["parts", this.count(["parts"]) - 1];
    if (part[1] < 0) return null;
    if (name === "sections") {
      const own = path?.[2] === "sections";
      return own ? [...part, "sections", path[3] + 1] : last([...part, "sections"]);
    }
    if (path?.at(-2) === "entries") return [...listOf(path), placeOf(path) + 1];
    if (path?.length === 4) return last([...path, "entries"]);
    const sections = this.count([...part, "sections"]);
    return last(sections > 0 ? [...part, "sections", sections - 1, "entries"] : [...part, "entries"]);
  }

  /** Before what something goes that is dropped on another line, above or below its middle; `null` if it may not. */
  dropped(from, on, below) {
    const [name, other] = [from.at(-2), on.at(-2)];
    if (name === other) {
      const to = [...listOf(on), placeOf(on) + (below ? 1 : 0)];
      const here = json(listOf(from)) === json(listOf(on)) && placeOf(from) < placeOf(to);
      return { to, then: here ? [...listOf(to), placeOf(to) - 1] : to };
    }
    if (name === "parts" || (name === "sections" && other === "entries")) return null;
    const list = name === "entries" && other === "parts" && this.count([...on, "sections"]) > 0 ? null : [...on, name];
    return list && { to: [...list, 0], then: [...list, 0] };
  }
}
