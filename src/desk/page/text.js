// What is written beside the pages: the form that is open, the field that is written, where its caret stands.

import { again, chosen, listBeside, single } from "./alone.js";
import { Caret, changed, reveal } from "./caret.js";
import { Conflicts } from "./conflicts.js";
import { isProse, isText, isWrong, put, same, valueOf } from "./controls.js";
import { $, json, tell } from "./dom.js";
import { pane } from "./panes.js";
import { cleanPaste } from "./paste.js";
import { arePictures } from "./picture.js";
import { Sheet } from "./sheet.js";
import { room, tellFindings } from "./told.js";
import { place, toolbar } from "./toolbar.js";
import { Writer } from "./writer.js";

/** After this long what could not be saved is tried again, ms. */
const AGAIN = 3000;

export class Text {
  /** `ask` puts a question to the program; `spot` is told where on the pages the caret stands, and whether to go there;
   * `standing` is called when something could not be saved, and when it could. */
  constructor(words, ask, spot, standing) {
    Object.assign(this, { words, ask, standing });
    // Answers may overtake each other; an older one than the last is of no use.
    this.asked = this.read = this.opening = 0;
    this.turn = Promise.resolve();
    this.writer = new Writer(ask, (control, answer) => this.saved(control, answer), (control, answer) => this.meet(control, answer));
    this.sheet = new Sheet($("form"), this.writer);
    this.caret = new Caret(ask, spot, (control) => this.writer.dirty(control));
    this.conflicts = new Conflicts((control) => this.writer.save(control), () => this.resolved());
    this.arm = toolbar($("marking"), words, () => this.current, (area, file) => this.picture(area, file));
    document.addEventListener("selectionchange", () => {
      if (document.activeElement === this.current) this.caret.soon(this.current, true);
    });
    $("form").addEventListener("focusin", (event) => event.target.field && this.enter(event.target));
    $("form").addEventListener("dragover", (event) => this.taking(event) && event.preventDefault());
    $("form").addEventListener("drop", (event) => {
      if (!this.taking(event)) return;
      event.preventDefault();
      this.picture(event.target, event.dataTransfer.files[0]);
    });
    $("form").addEventListener("input", () => {
      this.stays = false;
      this.room();
    });
    for (const name of ["input", "change"]) $("form").addEventListener(name, ({ target }) => this.judge(target, name));
    for (const end of ["compositionend", "focusout"]) $("form").addEventListener(end, () => this.catchUp());
    // What is said below takes room from the form: where words are written stays in sight.
    new ResizeObserver(() => document.activeElement === this.current && isText(this.current?.field?.kind) && reveal(this.current, this.current.selectionEnd)).observe($("form"));
    $("beside").addEventListener("change", () => this.open(chosen(this.beside, ask), false));
    // A tab that closes still sends what it has.
    addEventListener("pagehide", () => this.each((control) => this.writer.save(control, true)));
  }

  get form() {
    return this.sheet.form;
  }

  get controls() {
    return this.sheet.controls;
  }

  each(act) {
    return Promise.all([...this.controls.values()].map(act));
  }

  /** What is no value of its field is not said to be saved; what was not saved for what stands there no more is said no more. */
  judge(control, event) {
    const wrong = control.field && isWrong(control);
    if (wrong && event === "change") this.tell(this.words.not_saved, true);
    else if (wrong ? !this.wrong : this.wrong && !this.unsaved) this.tell("");
  }

  /** What is on its way takes long: it is not saved yet. */
  slow() {
    if (this.unsaved !== undefined) this.tell(this.words.saving);
  }

  /** The program is not there, as `says` tells, or it is again. */
  away(says) {
    if (this.gone === says) return;
    this.gone = says;
    this.tell(says ?? "", says !== undefined);
    if (!says) this.flush();
  }

  /** Saves all that is written. */
  flush() {
    return this.each((control) => this.writer.save(control));
  }

  /** What is not saved, as one text. */
  get unsaved() {
    const all = [...this.controls.values()].filter((control) => this.writer.dirty(control));
    return all.length ? json(all.map((control) => [control.key, valueOf(control)])) : undefined;
  }

  /** Saves all, so that another form may be opened; who asks twice leaves what cannot be saved. */
  async leave() {
    await this.flush();
    if (this.conflict) {
      this.conflicts.show();
      return false;
    }
    const { unsaved } = this;
    this.left = this.left === unsaved ? undefined : unsaved;
    if (this.left) this.refused();
    return !this.left;
  }

  /** Says why something was not saved, and how it is left all the same where that was asked for. */
  refused() {
    const way = this.left !== undefined && this.left === this.unsaved;
    this.tell([this.why ?? this.gone ?? this.words.not_saved, ...(way ? [this.words.unsaved] : [])].join(". "), true);
  }

  /** Opens the form that the text of an answer belongs to; `focus` puts the caret there too. What is asked for last opens.
   * Gives the path of what that form is of, if it has one and was opened. */
  async open(asked, focus) {
    const turn = (this.opening += 1);
    const answer = await asked;
    if (!answer || turn !== this.opening || !(await this.leave())) return;
    const since = this.asked;
    const form = answer.owner && (await this.ask({ ask: "form", path: answer.owner }));
    if (turn !== this.opening) return;
    this.beside = form ? undefined : answer;
    this.begin(form ?? single(answer, this.words), since);
    const control = this.sheet.find(answer.file, answer.path) ?? this.sheet.first();
    if (control) this.enter(control, focus, answer.caret);
    return answer.owner;
  }

  /** Opens the form of what stands at a path of the manifest. */
  async openForm(path, focus = false, go = focus) {
    const turn = (this.opening += 1);
    if (!(await this.leave())) return false;
    const since = this.asked;
    const form = await this.ask({ ask: "form", path });
    if (!form || turn !== this.opening) return;
    this.beside = undefined;
    this.begin(form, since);
    const first = this.sheet.first();
    if (first) this.enter(first, focus, 0, go);
  }

  /** Begins with a form; `since` is what had been asked when it was asked for. */
  begin(form, since) {
    const missed = this.asked !== since;
    // What was asked for the form before is of no use any more.
    this.read = this.asked += 1;
    this.stale = false;
    this.tell(form.editable ? "" : this.words.reading_only);
    this.sheet.begin(form);
    $("nothing").hidden = true;
    $("field").hidden = false;
    listBeside(this.beside);
    this.render({});
    this.hold(this.held && this.unsaved !== undefined);
    pane("text");
    $("text").scrollTop = $("form").scrollTop = 0;
    if (missed) this.reread();
  }

  /** Builds the form anew; the focus stays where it was. */
  render({ first }) {
    const active = document.activeElement;
    const row = active?.dataset.row;
    const [key, from, to] = [active?.key, active?.selectionStart, active?.selectionEnd];
    $("of").textContent = this.form.title?.replaceAll("\n", " ") ?? (this.form.path?.length === 0 ? this.words.number : "");
    if (this.conflict) this.conflicts.lift();
    const bring = this.sheet.build(this, (control) => {
      this.writer.attach(control);
      for (const name of ["change", "input"]) control.addEventListener(name, () => (name === "change" || control.ariaInvalid) && this.mark());
      if (isProse(control.field.kind)) cleanPaste(control, (question) => this.clean(question), (cleaned) => this.cleaned(cleaned));
    });
    bring((was, now) => was === this.conflict && this.conflicts.follow(now));
    const again = this.controls.get(key) ?? this.controls.get(this.current?.key);
    if (again) this.enter(again, key !== undefined && key === again.key, from);
    // Cells of numbers too have their text chosen.
    if (again && key === again.key && typeof from === "number") again.setSelectionRange(from, to);
    if (!(first && this.sheet.focusLast(first)) && row) this.sheet.focusRow(...row.split(/ (.*)/, 2).map((part, n) => (n ? JSON.parse(part) : part)));
    this.mark();
    this.room();
  }

  /** Makes a control the one that is written; `go` brings its caret into sight, in the form and on the pages. */
  enter(control, focus = false, caret = undefined, go = focus) {
    if (this.current !== control) this.current?.removeAttribute("id");
    this.current = control;
    control.id = "writing";
    const folded = go && control.closest("details");
    if (folded) folded.open = true;
    if (focus) control.focus();
    if (caret !== undefined && isText(control.field.kind)) {
      control.setSelectionRange(caret, caret);
      if (go) reveal(control, caret);
    }
    if (caret !== undefined) this.caret.soon(control, go);
    this.arm();
    this.room();
  }

  /** Does one thing after the other: what is changed first has to be shown before the next is compared with it. */
  next(act) {
    this.turn = this.turn.then(act, act);
    return this.turn;
  }

  /** Changes the number elsewhere, once all that is written is saved. */
  after(act) {
    return this.next(async () => {
      await this.flush();
      this.stale = true;
      return act();
    });
  }

  /** Changes the manifest; what stands at the paths `seen` has to be what the form shows. What `changes` depend on what
   * it shows is worked out when their turn comes. */
  edit(changes, seen, done) {
    const { path } = this.form;
    return this.next(() => same(path, this.form.path) && this.change(changes, seen, done));
  }

  async change(changes, seen, done) {
    await this.flush();
    if (this.stale) await this.reread();
    const values = seen.map((path) => [path, this.sheet.told(path)?.value ?? null]);
    const made = typeof changes === "function" ? changes() : changes;
    const answer = await this.ask({ ask: "edit", changes: made, seen: values });
    this.tell(answer?.saved ? done : (answer?.why ?? this.words.not_saved), !answer?.saved);
    await this.reread();
    return answer?.saved;
  }

  saved(control, answer) {
    this.stale = true;
    this.catchUp();
    this.hold(!answer.saved && this.unsaved !== undefined);
    // What was said of a text that was pasted is not wiped away by its saving.
    if (answer.saved && (this.stays || (this.wrong && this.unsaved))) return;
    this.why = answer.why;
    if (answer.saved) this.tell(this.words.saved);
    else this.refused();
  }

  /** What could not be saved is tried again as long as it is there. */
  hold(held) {
    clearTimeout(this.trying);
    if (held) this.trying = setTimeout(() => this.flush(), AGAIN);
    if (this.held === held) return;
    this.held = held;
    this.standing();
  }

  /** What somebody else wrote meanwhile is shown; of what is no text it is what stands there now. */
  meet(control, answer) {
    this.tell(isText(control.field.kind) ? this.words.not_saved : answer.why, true);
    if (isText(control.field.kind)) {
      this.conflicts.meet(control, answer);
      return this.standing();
    }
    control.field.before = undefined;
    this.reread(control);
  }

  /** The other text was taken; what else changed meanwhile is shown too. */
  resolved() {
    this.tell("");
    this.standing();
    this.reread();
  }

  get conflict() {
    return this.conflicts.control;
  }

  /** Reads the form again: what changed on the disk is shown, unless something is being written there. */
  async reread(force) {
    if (!this.form || this.conflict) return;
    const { path } = this.form;
    const { count } = this.writer;
    const turn = (this.asked += 1);
    const form = path ? await this.ask({ ask: "form", path }) : await again(this.beside, this.ask, this.words);
    if (!form || this.conflict || turn < this.read) return;
    this.read = turn;
    // What was written meanwhile is newer; once it is saved it is read again.
    if (this.writer.count !== count && !force) {
      this.missed = true;
      if (!this.writer.open) this.catchUp();
      return;
    }
    // Only now does the form show what was saved.
    this.stale = false;
    this.sheet.take(form);
    if (!this.sheet.fits) {
      if (this.sheet.busy) this.missed = true;
      else this.render({});
      return;
    }
    $("of").textContent = form.title?.replaceAll("\n", " ") ?? $("of").textContent;
    this.sheet.renew(this, force);
    this.room();
  }

  /** Reads what was not shown because something was being written. */
  catchUp() {
    if (!this.missed) return;
    this.missed = false;
    this.reread();
  }

  /** The number was set again. */
  async refresh(news) {
    this.news = news;
    if (this.conflict) await this.conflicts.look(this.ask);
    await this.reread();
    this.mark();
    this.caret.soon(this.current, false);
  }

  /** Whether a picture is over a text that takes pictures. */
  taking({ target, dataTransfer }) {
    return target.field?.kind === "blocks" && !target.readOnly && arePictures(dataTransfer);
  }

  async picture(area, file) {
    const taken = await place(area, file, this.words);
    if (!taken?.saved) this.tell(taken?.why ?? this.words.not_saved, true);
  }

  /** Puts what was found at the field it is about. */
  mark() {
    if (!this.news || !this.form) return;
    tellFindings($("form"), this.news, this.words, this.controls, (path) => this.sheet.find(this.form.file, path));
    this.standing();
  }

  /** Says how full the page is, how much room is left, and how long the field is. */
  room() {
    $("room").textContent = room(this.form, this.current, this.news?.old, this.words);
  }

  /** What is being taken back is, before a text is pasted. */
  async clean(question) {
    const answer = await this.ask(question);
    await this.turn;
    return answer;
  }

  cleaned({ mended, left, wrong }) {
    const says = [...(mended.length ? [this.words.pasted, ...mended] : []), ...left];
    if (says.length) this.say(says.join(". "), wrong);
  }

  /** What could not be saved goes, and what was said of it: something was taken back. */
  forget() {
    for (const control of this.controls.values()) if (isWrong(control)) put(control, control.field.before, true);
    this.mark();
    this.tell("");
  }

  /** Shows the field that something was taken back in, with the caret where that was; `texts` is what was shown before. */
  async turned(field, texts, focus) {
    if (field?.owner && !same(field.owner, this.form?.path)) await this.openForm(field.owner, focus);
    else await this.reread();
    if (!field) return;
    const control = this.sheet.find(field.file, field.path);
    // Of a row that is gone the one before it.
    if (!control) return void (focus && document.activeElement === document.body && this.sheet.focusRow("remove", field.path));
    this.enter(control, focus, isText(control.field.kind) ? changed(texts.get(control.key), control.value) : undefined, true);
  }

  /** Takes back what is no value of its field, if that was written last; gives what the fields are called. */
  retract() {
    const all = [...this.controls.values()].filter((control) => control.typed && isWrong(control));
    if (!all.some(({ key }) => key === this.writer.last)) return undefined;
    for (const control of all) put(control, control.field.before, true);
    this.mark();
    this.tell("");
    return all.map(({ field, told }) => field.name || told.dataset.of).join(", ");
  }

  /** Says what a saving does not wipe away. */
  say(says, wrong) {
    this.tell(says, wrong);
    this.stays = true;
  }

  tell(says, wrong = false) {
    this.stays = false;
    // As long as the program is not there nothing good is said, however late its answers come.
    const good = !this.gone || wrong;
    this.wrong = wrong || !good;
    tell($("written"), good ? says : this.gone, this.wrong);
  }
}
