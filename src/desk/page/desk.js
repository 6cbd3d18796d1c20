// The desk: listens to the program and shows what it tells.

import { Finish, History, Start } from "./dialogs.js";
import { $, filled, press, tell } from "./dom.js";
import { Entries } from "./entries.js";
import { list } from "./findings.js";
import { Pages, Thumbs } from "./pages.js";
import { Proof } from "./proof.js";
import { Text } from "./text.js";

const words = JSON.parse($("words").textContent);
let entries = [];
let last = { pages: [] };

const pages = new Pages($("pages"), words, { seen, zoomed, clicked });
const proof = new Proof($("inks"), words, { changed: lay, told: printing });
const past = new History(words, ask);
new Finish(words, at);
const start = new Start(words, ask);
const thumbs = new Thumbs($("thumbs"), words);
const text = new Text(words, ask, (spot, go) => pages.mark(spot, go));

const order = new Entries($("entries"), $("order"), words, {
  open: (path) => text.openForm(path),
  edit: (changes, seen, says) => text.after(async () => came(await ask({ ask: "edit", changes, seen }), says)),
  take: async (files, path) => {
    await text.flush();
    const [told, wrong] = [[], []];
    let at;
    for (const file of files) {
      const to = [JSON.stringify(path), file.name].map(encodeURIComponent).join("/");
      const answer = await fetch(`/manuscripts/${to}`, { method: "POST", body: file }).catch(() => null);
      const taken = answer?.ok ? await answer.json() : null;
      if (taken?.saved) [at] = [taken.at, told.push(taken.says)];
      else wrong.push(`${file.name}: ${taken?.why ?? words.not_saved}`);
      say([...wrong, ...told].join("\n"), wrong.length > 0);
    }
    // What was not taken stays until something else is done.
    if (wrong.length) clearTimeout(say.gone);
    if (at) order.came(at);
  },
});

/** Says what came of something that is no field's. */
function say(says, wrong) {
  tell($("told"), says, wrong);
  clearTimeout(say.gone);
  say.gone = setTimeout(() => say(""), wrong ? 12000 : 6000);
}

// What went wrong is read by who goes on.
for (const next of ["click", "input"]) addEventListener(next, () => $("told").classList.contains("wrong") && say(""), true);

/** Says what came of a change, which an answer tells. */
function came(answer, says) {
  say(answer?.saved ? says : (answer?.why ?? words.not_saved), !answer?.saved);
  return answer;
}

/** Puts a question to the program; `null` where it has no answer. */
async function ask(question, keepalive = false) {
  const body = JSON.stringify(question);
  // A browser lets only so much outlive its tab.
  const request = { method: "POST", body, keepalive: keepalive && body.length < 30000 };
  const answer = await fetch("/ask", request).catch(() => null);
  return answer?.ok ? answer.json().catch(() => null) : null;
}

function clicked(page, x, y) {
  text.open(ask({ ask: "point", page, x, y }), true);
}

/** Opens the text at a place that a finding names. */
function at({ file, line, column }) {
  text.open(ask({ ask: "line", file, line, column }), true);
}

/** Writes what mends a finding, lets it pass or settles it. */
function mend(what) {
  const { setting } = last;
  text.after(async () => {
    const answer = await ask({ ...what, setting });
    came(answer, answer?.says ?? words[what.ask === "mend" ? "mended" : "passed"]);
    await text.reread();
  });
}

/** Takes back what was written last, whatever field it was in, or writes it again. What is being written is the last. */
function turn(back) {
  if (document.activeElement?.field) document.activeElement.blur();
  text.after(async () => {
    const answer = came(await ask({ ask: "turn", back }), back ? words.undone : words.redone);
    // What was about the state before is said no more.
    text.forget();
    await (order.turned(answer) ?? text.reread());
  });
}

$("undo").addEventListener("click", () => turn(true));
$("redo").addEventListener("click", () => turn(false));

let looked;

function seen(page, all) {
  $("at").textContent = filled(words.page_of, { n: page, all });
  const inside = (entry) => entry.sheet <= page && page < entry.sheet + entry.pages;
  const at = entries.findIndex(inside);
  [...$("entries").querySelectorAll("a")].forEach((link) => {
    if (link.index !== at || at < 0) return link.removeAttribute("aria-current");
    if (link.ariaCurrent) return;
    link.ariaCurrent = "true";
    // A list that was made anew stays where it is.
    if (looked !== page) bring(link);
  });
  looked = page;
  const thumb = thumbs.mark(page);
  if (thumb) bring(thumb);
}

/** Brings a link into sight in its own list; the window stays where it is. */
function bring(link) {
  const list = link.closest("nav");
  const [view, box] = [list.getBoundingClientRect(), link.getBoundingClientRect()];
  if (box.top < view.top) list.scrollTop -= view.top - box.top;
  else if (box.bottom > view.bottom) list.scrollTop += box.bottom - view.bottom;
}

function zoomed(scale, fit) {
  $("zoom").textContent = `${Math.round(scale * 100)}%`;
  $("fit-page").ariaPressed = String(fit === "page");
  $("fit-width").ariaPressed = String(fit === "width");
}

function state(is, text) {
  const told = $("state");
  told.dataset.is = is;
  told.title = text;
  if (told.textContent !== text) told.textContent = text;
}

function show(news) {
  const missing = start.update(news);
  $("title").textContent = news.title || words.desk;
  document.title = news.title ? `${news.title} · ${words.desk}` : words.desk;
  if (missing) state("current", "");
  else if (news.old) state("old", news.pages.length ? words.old : words.no_pages);
  else state("current", words.current);
  entries = news.entries;
  order.update(news);
  $("undo").ariaDisabled = String(!news.ways[0]);
  $("redo").ariaDisabled = String(!news.ways[1]);
  $("undo").hidden = $("redo").hidden = news.readonly;
  last = news;
  $("finish-lacks").textContent = news.lacks.join(". ");
  lay();
  proof.soon();
  thumbs.update(news);
  // That there is no number yet is said where one is made.
  const found = missing ? { ...news, findings: [] } : news;
  list($("findings"), $("count"), found, words, at, news.readonly ? undefined : mend);
  past.update(news);
  for (const id of ["history", "finish"]) $(id).hidden = missing || (id === "finish" && news.readonly);
  order.mark(news);
  text.refresh(news);
}

/** Shows the pages of the screen, or those of the print edition. */
function lay() {
  pages.update({ ...last, pages: proof.pages(last.pages) });
  if (last.start?.missing) document.querySelector("#pages .empty").hidden = true;
}

/** Says what becomes of the print edition. */
function printing(text) {
  $("printing").hidden = text === "";
  $("printing").textContent = text;
}

let over = false;

/** Listens, and again after a while where the line broke. */
function listen() {
  const socket = new WebSocket(`ws://${location.host}/live`);
  socket.addEventListener("message", (event) => show(JSON.parse(event.data)));
  socket.addEventListener("close", () => {
    if (over) return;
    state("lost", words.lost);
    setTimeout(listen, 1000);
  });
}

const zoomIn = () => pages.in();
const zoomOut = () => pages.out();
const whole = () => pages.fitTo("page");
const wide = () => pages.fitTo("width");
$("larger").addEventListener("click", zoomIn);
$("smaller").addEventListener("click", zoomOut);
$("fit-page").addEventListener("click", whole);
$("fit-width").addEventListener("click", wide);

/** Two buttons of which one is pressed. */
function either(one, other, turn) {
  [one, other].forEach((id, at) => $(id).addEventListener("click", () => {
    press($(one), $(other), at === 1);
    turn(at === 1);
  }));
}

either("single", "spread", (facing) => pages.face(facing));
either("by-entry", "by-page", (paged) => {
  $("entries").hidden = paged;
  $("thumbs").hidden = !paged;
  const current = document.querySelector("nav ol:not([hidden]) [aria-current]");
  if (current) bring(current);
});
either("on-screen", "in-print", (printed) => {
  $("trims").hidden = !printed;
  proof.turn(printed);
  lay();
});

/** Shows where pages are cut, or hides it. */
function trims() {
  $("trims").ariaPressed = String(!$("pages").classList.toggle("unmarked"));
}

$("trims").addEventListener("click", trims);

/** Shows where the lines stand, or hides it. */
function baselines() {
  $("baselines").ariaPressed = String($("pages").classList.toggle("baselines"));
}

$("baselines").addEventListener("click", baselines);
$("number").addEventListener("click", () => {
  order.choose(null);
  text.openForm([]);
});

$("end").addEventListener("click", async () => {
  const answer = await fetch("/end", { method: "POST" }).catch(() => null);
  if (!answer?.ok) return;
  over = true;
  state("lost", words.ended);
});

const KEYS = { "+": zoomIn, "=": zoomIn, "-": zoomOut, 0: whole, 1: wide, b: baselines, t: trims };
document.addEventListener("keydown", (event) => {
  const held = event.ctrlKey || event.metaKey;
  const key = event.key.toLowerCase();
  const turns = held && (key === "z" || key === "y");
  const act = turns ? () => turn(key === "z" && !event.shiftKey) : !held && KEYS[event.key];
  // A text has these keys for itself.
  if (!act || event.altKey || event.target.closest(turns ? "textarea, input" : "textarea, input, select")) return;
  event.preventDefault();
  act();
});

listen();
