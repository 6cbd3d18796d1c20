// The desk: listens to the program and shows what it tells.

import { Entries } from "./entries.js";
import { list } from "./findings.js";
import { Finish } from "./finish.js";
import { History } from "./history.js";
import { Pages } from "./pages.js";
import { Proof } from "./proof.js";
import { Start } from "./start.js";
import { Text } from "./text.js";
import { Thumbs } from "./thumbs.js";
import { undo } from "./undo.js";

const words = JSON.parse(document.getElementById("words").textContent);
const $ = (id) => document.getElementById(id);
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
  edit: async (changes, seen, says) => {
    await text.flush();
    const answer = await ask({ ask: "edit", changes, seen });
    say(answer?.saved ? says : (answer?.why ?? words.not_saved), !answer?.saved);
    return answer;
  },
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
    // What was not taken stays until something else is said.
    if (wrong.length) clearTimeout(say.gone);
    if (at) order.came(at);
  },
});

const ways = undo({ undo: $("undo"), redo: $("redo") }, ask, () => text.flush(), async (back, answer) => {
  say(answer?.saved ? (back ? words.undone : words.redone) : (answer?.why ?? words.not_saved), !answer?.saved);
  await text.reread();
});

/** Says what came of something that is no field's. */
function say(says, wrong) {
  $("told").textContent = says;
  $("told").classList.toggle("wrong", wrong);
  clearTimeout(say.gone);
  say.gone = setTimeout(() => ($("told").textContent = ""), wrong ? 12000 : 6000);
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

/** Writes what mends a finding, or lets it pass. */
async function mend(finding, how) {
  await text.flush();
  const answer = await ask({ ask: how, finding, setting: last.setting });
  const done = answer?.says ?? words[how === "mend" ? "mended" : "passed"];
  say(answer?.saved ? done : (answer?.why ?? words.not_saved), !answer?.saved);
  await text.reread();
}

function seen(page, all) {
  $("at").textContent = words.page_of.replace("{n}", page).replace("{all}", all);
  const inside = (entry) => entry.sheet <= page && page < entry.sheet + entry.pages;
  const at = entries.findIndex(inside);
  [...$("entries").querySelectorAll("a")].forEach((link) => {
    if (link.index !== at || at < 0) return link.removeAttribute("aria-current");
    if (link.ariaCurrent) return;
    link.ariaCurrent = "true";
    bring(link);
  });
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

/** Marks the entries that findings are about. */
function mark(news) {
  [...$("entries").querySelectorAll("a")].forEach((link, index) => {
    const own = news.findings.filter((_, at) => news.marks[at].includes(index));
    const error = own.some((finding) => finding.severity === "error");
    link.querySelector(".mark")?.remove();
    if (own.length === 0) return;
    const sign = document.createElement("span");
    sign.className = `mark ${error ? "error" : "warning"}`;
    sign.role = "img";
    sign.ariaLabel = words.marked;
    link.append(sign);
  });
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
  ways(news.ways);
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
  mark(news);
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

for (const [id, facing] of [["single", false], ["spread", true]]) {
  $(id).addEventListener("click", () => {
    $("single").ariaPressed = String(!facing);
    $("spread").ariaPressed = String(facing);
    pages.face(facing);
  });
}

for (const [id, paged] of [["by-entry", false], ["by-page", true]]) {
  $(id).addEventListener("click", () => {
    $("by-entry").ariaPressed = String(!paged);
    $("by-page").ariaPressed = String(paged);
    $("entries").hidden = paged;
    $("thumbs").hidden = !paged;
    const current = document.querySelector("nav ol:not([hidden]) [aria-current]");
    if (current) bring(current);
  });
}

for (const [id, printed] of [["on-screen", false], ["in-print", true]]) {
  $(id).addEventListener("click", () => {
    $("on-screen").ariaPressed = String(!printed);
    $("in-print").ariaPressed = String(printed);
    $("trims").hidden = !printed;
    proof.turn(printed);
    lay();
  });
}

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
  const writing = event.target.closest("textarea, input, select");
  const act = !writing && !event.ctrlKey && !event.metaKey && !event.altKey && KEYS[event.key];
  if (!act) return;
  event.preventDefault();
  act();
});

listen();
