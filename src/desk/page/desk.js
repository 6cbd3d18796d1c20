// The desk: listens to the program and shows what it tells.

import { Finish, Past, Start } from "./dialogs.js";
import { $, filled, node, press, tell } from "./dom.js";
import { Entries } from "./entries.js";
import { list } from "./findings.js";
import { Pages, STEP, Thumbs } from "./pages.js";
import { count } from "./panes.js";
import { arePictures } from "./picture.js";
import { Proof } from "./proof.js";
import { Text } from "./text.js";

const words = JSON.parse($("words").textContent);
let entries = [];
let last = { pages: [] };
let over = false;

const pages = new Pages($("pages"), words, { seen, zoomed, clicked });
const proof = new Proof($("inks"), words, { changed: lay, told: printing });
const past = new Past(words, ask);
new Finish(words, at, () => ({ findings: last.findings, unsaved: unsaved() }));
const start = new Start(words, ask);
const thumbs = new Thumbs($("thumbs"), words);
const text = new Text(words, ask, (spot, go) => pages.mark(spot, go), standing);

const order = new Entries($("entries"), $("order"), words, {
  open: (...how) => text.openForm(...how),
  stands: () => (text.form?.path?.length ? text.form.path : null),
  edit: (changes, seen, says) => text.after(async () => came(await ask({ ask: "edit", changes, seen }), says)),
});

/** Makes files entries of what stands at a path, and goes to the first of them. */
async function take(files, path) {
  await text.flush();
  const became = [];
  let at;
  for (const file of files) {
    const to = [JSON.stringify(path), file.name].map(encodeURIComponent).join("/");
    const answer = await fetch(`/manuscripts/${to}`, { method: "POST", body: file }).catch(() => null);
    const taken = answer?.ok ? await answer.json() : null;
    if (taken?.saved) at ??= taken.at;
    const says = taken?.saved ? taken.says : (taken?.why ?? words.not_saved);
    became.push([taken?.saved && files.length === 1 ? says : `${file.name}: ${says}`, !taken?.saved]);
    each(became);
  }
  if (at) order.came(at);
}

/** Says what came of each of several; where one failed it stays until something else is done. */
function each(became) {
  const failed = became.filter(([, wrong]) => wrong).length;
  say(" ", failed === became.length);
  $("told").replaceChildren(...became.map(([says, wrong]) => node("p", { className: wrong ? "wrong" : "" }, says)));
  say.stays = failed > 0;
  if (failed) clearTimeout(say.gone);
}

/** Says what came of something that is no field's; as long as the program is not there, what to do about that. */
function say(says, wrong) {
  tell($("told"), says || (away ? words[`${away}_way`] : ""), wrong || (!says && away !== undefined));
  say.stays = wrong;
  clearTimeout(say.gone);
  say.gone = setTimeout(() => say(""), wrong ? 12000 : 6000);
}

// What went wrong is read by who goes on.
for (const next of ["click", "input"]) addEventListener(next, () => say.stays && say(""), true);

/** Says what came of a change, which an answer tells. */
function came(answer, says) {
  say(answer?.saved ? says : (answer?.why ?? words.not_saved), !answer?.saved);
  return answer;
}

/** After so long what is asked takes long, and then the program does not answer, ms. */
const LONG = 1500;
const SILENT = 6000;

/** Why the program is not there: `lost` or `silent`. */
let away;

/** The program is not there for a reason, or it is. */
function reach(why) {
  if (away === why || over) return;
  away = why;
  standing();
  text.away(why && words[why]);
  say("");
}

/** Puts a question to the program; `null` where it has no answer. */
async function ask(question, keepalive = false) {
  const body = JSON.stringify({ manifest: last.manifest, ...question });
  // A browser lets only so much outlive its tab.
  const request = { method: "POST", body, keepalive: keepalive && body.length < 30000 };
  const waits = [setTimeout(() => text.slow(), LONG), setTimeout(() => reach("silent"), SILENT)];
  const answer = await fetch("/ask", request).catch(() => null);
  waits.forEach(clearTimeout);
  if (answer && away === "silent") reach(undefined);
  return answer?.ok ? answer.json().catch(() => null) : null;
}

/** Opens the text of an answer; what is done with the entries is done with the one that it is in. */
async function opened(asked) {
  const owner = await text.open(asked, true);
  if (owner) order.choose(owner);
}

function clicked(page, x, y) {
  opened(ask({ ask: "point", page, x, y }));
}

/** Opens the text at a place that a finding names, which is about what stands at a path. */
function at({ file, line, column }, path) {
  opened(ask({ ask: "line", file, line, column, path }));
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

/** Takes back what was written last, whatever field it was in, or writes it again. What is being written or done is the last. */
async function turn(back) {
  const says = (what) => [back ? words.undone : words.redone, ...(what ? [what] : [])].join(": ");
  // What was written last and could not be saved goes first.
  const unsaved = back && text.retract();
  if (unsaved) return say(says(unsaved));
  await order.doing.last;
  text.after(async () => {
    const focus = Boolean(document.activeElement?.field);
    const { texts } = text.sheet;
    const asked = await ask({ ask: "turn", back });
    const answer = came(asked, says(asked?.where));
    // What was about the state before is said no more.
    text.forget();
    await (order.turned(answer, focus) ?? text.turned(answer?.field, texts, focus));
    if (answer?.field && text.form) order.choose(text.form.path?.length ? text.form.path : null);
  });
}

const nav = document.querySelector("nav");

/** Whether files become entries where they are: manuscripts do everywhere, a picture is told in the list where it goes. */
function takes({ dataTransfer, target }) {
  const may = !last.readonly && last.start?.missing === false && !document.querySelector("dialog[open]");
  return may && (nav.contains(target) || !arePictures(dataTransfer));
}

// What is taken nowhere would be shown in place of the page.
for (const name of ["dragover", "drop", "dragleave"]) {
  addEventListener(name, (event) => {
    const files = name !== "dragleave" && !event.defaultPrevented && event.dataTransfer.types.includes("Files");
    const taken = files && takes(event);
    if (name !== "dragleave" || !event.relatedTarget) nav.classList.toggle("over", taken && name === "dragover");
    if (!files) return;
    event.preventDefault();
    if (!taken) event.dataTransfer.dropEffect = "none";
    else if (name === "drop") {
      const on = event.target.closest?.("#entries [data-path]")?.dataset.path;
      take([...event.dataTransfer.files], on ? JSON.parse(on) : $("form").contains(event.target) ? (order.chosen ?? []) : []);
    }
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

/** Says whether all that is written is saved and shown. */
function standing() {
  if (away) state("lost", words[away]);
  else if (last.start?.missing) state("current", "");
  else if (unsaved()) state("old", words.not_yet_saved);
  else if (last.old) state("old", broken());
  else state("current", words.current);
  // Editions are made of what is saved.
  $("finish-lacks").textContent = [...(unsaved() ? [words.not_yet_saved] : []), ...(last.lacks ?? [])].join(". ");
}

/** Whether something that is written is not saved. */
function unsaved() {
  return text.held || text.conflict || text.sheet.off;
}

/** What keeps the pages from being made anew, and which are shown therefore. */
function broken() {
  const errors = last.findings.filter(({ severity }) => severity === "error");
  const first = last.failure ?? errors[0]?.message;
  const told = first ? [filled(words.first_error, { n: Math.max(1, errors.length), first: first.replaceAll("`", "") })] : [];
  return [...told, last.pages.length ? words.old : words.no_pages].join(". ");
}

function show(news) {
  if (start.held(news)) return;
  last = news;
  const missing = start.update(news);
  $("title").textContent = news.title || words.desk;
  document.title = news.title ? `${news.title} · ${words.desk}` : words.desk;
  standing();
  entries = news.entries;
  order.update(news);
  $("undo").ariaDisabled = String(!news.ways[0]);
  $("redo").ariaDisabled = String(!news.ways[1]);
  $("undo").parentElement.hidden = news.readonly;
  lay();
  proof.soon();
  thumbs.update(news);
  // That there is no number yet is said where one is made.
  const found = missing ? { ...news, findings: [] } : news;
  list($("findings"), $("count"), found, words, at, news.readonly ? undefined : mend);
  count(found, words);
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

/** Listens, and again after a while where the line broke. */
function listen() {
  const socket = new WebSocket(`ws://${location.host}/live`);
  socket.addEventListener("open", () => reach(undefined));
  socket.addEventListener("message", (event) => show(JSON.parse(event.data)));
  socket.addEventListener("close", () => {
    if (over) return;
    reach("lost");
    setTimeout(listen, 1000);
  });
}

const zoomIn = () => pages.zoom(STEP);
const zoomOut = () => pages.zoom(1 / STEP);
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
  document.body.classList.toggle("paged", paged);
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

let left;
$("end").addEventListener("click", async () => {
  await text.flush();
  // Who asks twice leaves what cannot be saved.
  const kept = unsaved() && text.unsaved;
  if (kept && kept !== left) {
    left = kept;
    return say(words.unsaved_end, true);
  }
  const answer = await fetch("/end", { method: "POST" }).catch(() => null);
  if (!answer?.ok) return;
  over = true;
  for (const part of document.body.children) if (part.tagName !== "HEADER") part.inert = true;
  for (const own of document.querySelectorAll("header button")) own.hidden = true;
  state("lost", words.ended);
});

const KEYS = { "+": zoomIn, "=": zoomIn, "-": zoomOut, 0: whole, 1: wide, b: baselines, t: trims };
document.addEventListener("keydown", (event) => {
  const held = event.ctrlKey || event.metaKey;
  const key = event.key.toLowerCase();
  const turns = held && (key === "z" || key === "y");
  const act = turns ? () => turn(key === "z" && !event.shiftKey) : !held && KEYS[event.key];
  // There is one way back for all fields of the form; what cannot be saved, and what is no field of it, has its own.
  const own = turns && event.target.field && !text.held && !text.conflict && !last.readonly;
  if (!act || event.altKey || event.isComposing || (!own && event.target.closest(turns ? "textarea, input" : "textarea, input, select"))) return;
  event.preventDefault();
  act();
});

listen();
