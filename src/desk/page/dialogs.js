// What is done to the number as a whole: a new one is begun, its editions are made, what it was is brought back.

import { $, button, filled, json, node, tell } from "./dom.js";
import { list } from "./findings.js";

/** A new number, and the numbers near a folder that has none. */
export class Start {
  constructor(words, ask) {
    Object.assign(this, { words, ask });
    $("new").addEventListener("click", () => {
      $("next-wrong").textContent = "";
      $("next").showModal();
    });
    $("others").addEventListener("click", () => this.others());
    $("others-leave").addEventListener("click", () => $("beside-this").close());
    $("next-leave").addEventListener("click", () => $("next").close());
    $("moved-go").addEventListener("click", () => location.reload());
    $("moved").addEventListener("cancel", (event) => event.preventDefault());
    for (const name of ["start", "next"]) {
      const wrong = $(`${name}-wrong`);
      // Another name may be right.
      $(`${name}-form`).addEventListener("input", () => (wrong.textContent = ""));
      $(`${name}-form`).addEventListener("submit", (event) => {
        event.preventDefault();
        this.turn({ ask: "new", folder: $(`${name}-folder`).value.trim() }, wrong);
      });
    }
  }

  /** Whether the program has gone on with another number than the one that is shown. */
  isLeft({ manifest }) {
    return this.manifest !== undefined && this.manifest !== manifest;
  }

  /** Holds what is shown where another tab asked for another number, and says so; true as long as that is so. */
  held(news) {
    const held = this.isLeft(news) && !this.going;
    const { open } = $("moved");
    if (held) $("moved-says").textContent = filled(this.words.moved_on, { title: news.title || news.manifest });
    if (held && !open) $("moved").showModal();
    if (!held && open) $("moved").close();
    return held;
  }

  /** Shows what may be begun with; true if there is no number yet. */
  update({ start, manifest, readonly }) {
    // Another number is another page: nothing of this one is to stay.
    if (this.isLeft({ manifest })) location.reload();
    this.manifest = manifest;
    $("new").hidden = start.missing || start.folder === "" || readonly;
    $("others").hidden = start.missing;
    $("start").hidden = !start.missing;
    document.body.classList.toggle("beginning", start.missing);
    const told = json(start);
    if (this.told === told) return start.missing;
    this.told = told;
    $("next-folder").value = start.folder;
    const some = start.numbers.length > 0;
    $("start-why").textContent = some ? this.words.new_after : this.words.new_first;
    $("start-label").hidden = $("start-folder").hidden = !some;
    $("start-folder").required = some;
    this.list($("numbers"), start.numbers, $("start-wrong"));
    return start.missing;
  }

  /** The numbers beside the one that is shown. */
  async others() {
    const numbers = await this.ask({ ask: "numbers" });
    if (!numbers) return;
    $("others-says").textContent = numbers.length ? this.words.others_says : this.words.others_none;
    $("others-wrong").textContent = "";
    this.list($("others-list"), numbers, $("others-wrong"));
    $("beside-this").showModal();
  }

  list(root, numbers, wrong) {
    const open = (number) => this.turn({ ask: "open", number }, wrong);
    root.replaceChildren(...numbers.map((number) => node("li", {}, button(number, () => open(number)))));
  }

  /** Goes on with another number; its news reloads the page. */
  async turn(question, wrong) {
    wrong.textContent = "";
    this.going = true;
    const answer = await this.ask(question);
    this.going = answer?.opened;
    if (!this.going) wrong.textContent = answer?.why ?? this.words.not_made;
  }
}

/** A length as people say it. */
function size(bytes) {
  const mega = bytes / 2 ** 20;
  return mega < 0.1 ? `${Math.ceil(bytes / 1024)} KB` : `${mega.toFixed(1)} MB`;
}

/** The editions, made one after the other, and their files. */
export class Finish {
  /** `go` opens the text at a place, `now` gives what was found in the number and whether something is not saved. */
  constructor(words, go, now) {
    Object.assign(this, { words, go, now });
    $("finish").addEventListener("click", () => this.open());
    $("finish-leave").addEventListener("click", () => $("finishing").close());
    $("finish-folder").addEventListener("click", () => fetch("/folder", { method: "POST" }));
    $("finish-form").addEventListener("submit", (event) => {
      event.preventDefault();
      this.make();
    });
  }

  /** What came of the last time is no news; its files are, unless they are of the number before its errors. */
  open() {
    this.warned = false;
    const errors = this.now().findings.filter(({ severity }) => severity === "error");
    if (!$("finish-make").disabled) this.say(errors.length ? this.words.errors_first : "", errors, errors.length > 0);
    if (errors.length) $("finish-files").replaceChildren();
    $("finish-folder").hidden = $("finish-files").childElementCount === 0;
    $("finishing").showModal();
  }

  async make() {
    const asked = [...document.querySelectorAll("#finish-form [name=edition]:checked")].map(({ value }) => value);
    if (asked.length === 0) return;
    // Who asks twice makes them without it.
    const { unsaved } = this.now();
    if (unsaved && !this.warned) {
      this.warned = true;
      return this.say(this.words.unsaved_made, [], true);
    }
    const [bar, button] = [$("finish-bar"), $("finish-make")];
    bar.hidden = false;
    button.disabled = true;
    $("finish-files").replaceChildren();
    this.say("", []);
    const findings = [];
    let why;
    for (const [done, edition] of asked.entries()) {
      // Of one edition nobody knows how far it is.
      if (asked.length > 1) Object.assign(bar, { max: asked.length, value: done });
      else bar.removeAttribute("value");
      const share = filled(this.words.making_of, { n: done + 1, all: asked.length });
      tell($("finish-told"), `${this.words[`making_${edition}`]} (${share})`);
      const answer = await fetch(`/finish/${edition}`, { method: "POST" }).catch(() => null);
      const made = answer?.ok ? await answer.json() : { why: this.words.not_finished };
      findings.push(...(made.findings ?? []));
      $("finish-files").append(...(made.files ?? []).map((file) => this.file(file)));
      why = made.why ?? (made.failed ? this.words.not_finished : why);
      if (made.why) break;
    }
    button.disabled = false;
    bar.hidden = true;
    $("finish-folder").hidden = $("finish-files").childElementCount === 0;
    this.say(why ?? this.words.finished, findings, why !== undefined);
  }

  say(says, findings, wrong) {
    tell($("finish-told"), says, wrong);
    list($("finish-findings"), $("finish-count"), { findings }, this.words, (...place) => {
      $("finishing").close();
      this.go(...place);
    });
  }

  file({ name, bytes }) {
    const link = node("a", { href: `/files/${encodeURIComponent(name)}`, download: name }, name);
    return node("li", {}, link, node("span", { className: "number" }, size(bytes)));
  }
}

/** Lines as they were, or are; the words in them that are others on the other side are marked. */
function side(sign, name, own, other) {
  if (own === "") return null;
  const [ours, theirs] = [own, other].map((text) => text.split(/(?<=\s)(?=\S)/));
  const most = other === "" ? 0 : Math.min(ours.length, theirs.length);
  let head = 0;
  while (head < most && ours[head] === theirs[head]) head += 1;
  let tail = 0;
  while (tail < most - head && ours.at(-1 - tail) === theirs.at(-1 - tail)) tail += 1;
  const part = (from, to) => ours.slice(from, to).join("");
  const end = ours.length - tail;
  const changed = part(head, end);
  return node(sign, {}, node("b", {}, name), node("span", {}, part(0, head), most && changed ? node("mark", {}, changed) : changed, part(end)));
}

/** What a file was before: its states, what is another since, and the way back. */
export class Past {
  constructor(words, ask) {
    Object.assign(this, { words, ask, asked: 0 });
    $("history").addEventListener("click", () => this.open());
    $("past-leave").addEventListener("click", () => $("past").close());
    $("past-file").addEventListener("change", () => this.states());
    $("past-back").addEventListener("click", () => this.back());
  }

  /** The files of the news. */
  update({ files, readonly }) {
    this.files = files;
    this.readonly = readonly;
  }

  open() {
    const home = this.files[0].replace(/[^\\/]*$/, "");
    $("past-file").replaceChildren(...this.files.map((file) => new Option(file.replace(home, ""), file)));
    $("past").showModal();
    this.states();
  }

  async states() {
    const turn = (this.asked += 1);
    const states = (await this.ask({ ask: "states", file: $("past-file").value })) ?? [];
    // Answers may overtake each other.
    if (turn !== this.asked) return;
    $("past-none").hidden = states.length > 0;
    $("past-states").replaceChildren(...states.map((state) => node("li", {}, this.state(state))));
    this.show(undefined);
    await $("past-states").querySelector("button")?.look();
  }

  state({ id, left }) {
    const when = new Intl.DateTimeFormat(document.documentElement.lang, { dateStyle: "medium", timeStyle: "short" });
    const look = async () => {
      for (const other of $("past-states").querySelectorAll("button")) other.ariaPressed = String(other === own);
      this.show(undefined);
      const turn = (this.asked += 1);
      const state = await this.ask({ ask: "state", file: $("past-file").value, id });
      if (turn === this.asked) this.show(state);
    };
    const own = Object.assign(button(when.format(left * 1000), look), { look });
    return own;
  }

  /** Shows what is another since, stretch by stretch. */
  show(state) {
    this.shown = state;
    const changed = state?.changed ?? [];
    $("past-back").disabled = !changed.length || this.readonly;
    const same = state && !changed.length ? [node("p", {}, this.words.past_same)] : [];
    $("past-changed").replaceChildren(...same, ...changed.map((stretch) => this.stretch(stretch)));
    tell($("past-told"), "");
  }

  stretch({ of, line, gone, come }) {
    const { words } = this;
    return node("section", {}, node("h3", {}, of ?? filled(words.past_line, { n: line })), side("del", words.past_then, gone, come), side("ins", words.past_now, come, gone));
  }

  async back() {
    const { id, now } = this.shown;
    const answer = await this.ask({ ask: "back", file: $("past-file").value, id, before: now });
    if (answer?.saved) await this.states();
    tell($("past-told"), answer?.saved ? this.words.past_back : (answer?.why ?? this.words.not_saved), !answer?.saved);
  }
}
