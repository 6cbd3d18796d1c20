// The text beside the pages: one field of the number in a plain text area, saved as it is written.

/** How long nothing is typed before the text is saved, ms. */
const PAUSE = 20;

/** How long a caret has to rest before it is looked for on the pages, ms. */
const REST = 120;

const $ = (id) => document.getElementById(id);

export class Text {
  /** `ask` puts a question to the program; `spot` is told where on the pages the caret stands, and whether to go there. */
  constructor(words, ask, spot) {
    Object.assign(this, { words, ask, spot });
    this.area = $("writing");
    this.area.addEventListener("input", () => this.typed());
    this.area.addEventListener("compositionstart", () => (this.composing = true));
    this.area.addEventListener("compositionend", () => (this.composing = false));
    this.area.addEventListener("blur", () => this.save());
    document.addEventListener("selectionchange", () => {
      if (document.activeElement === this.area) this.soon(true);
    });
    $("beside").addEventListener("change", () => this.choose());
    $("mine").addEventListener("click", () => this.keep());
    $("theirs").addEventListener("click", () => this.take());
    // A tab that closes still sends what it has.
    addEventListener("pagehide", () => this.save(true));
  }

  get dirty() {
    return this.field !== undefined && this.area.value !== this.field.before;
  }

  /** Opens what an answer holds; `focus` puts the caret there too. */
  async open(field, focus) {
    if (!field) return;
    await this.save();
    if (this.conflict) return;
    this.field = { ...field, before: field.text };
    $("nothing").hidden = true;
    $("field").hidden = false;
    $("of").textContent = field.title ?? "";
    this.list();
    this.area.value = field.text;
    this.area.readOnly = !field.editable;
    this.area.classList.toggle("line", !field.lines);
    this.tell(field.editable ? "" : this.words.reading_only);
    const at = field.caret;
    if (focus) this.area.focus({ preventScroll: false });
    this.area.setSelectionRange(at, at);
    this.reveal(at);
    this.show(false);
  }

  /** The texts beside this one, by what they are and how they begin. */
  list() {
    const same = (item) => item.file === this.field.file && String(item.path) === String(this.field.path);
    const options = this.field.beside.map((item, index) => {
      const name = this.words[`field_${item.key}`] ?? item.key;
      return new Option(`${name}: ${item.head}`, index, false, same(item));
    });
    const name = this.words[`field_${this.field.key}`] ?? this.field.key;
    const own = this.field.beside.some(same) ? [] : [new Option(name, -1, true, true)];
    $("beside").replaceChildren(...own, ...options);
    this.area.setAttribute("aria-label", [this.field.title, name].filter(Boolean).join(", "));
  }

  async choose() {
    const item = this.field.beside[$("beside").value];
    if (item) this.open(await this.ask({ ask: "field", file: item.file, path: item.path }), false);
  }

  /** Brings the line of the caret into sight. */
  reveal(at) {
    const lines = this.area.value.slice(0, at).length / Math.max(1, this.area.value.length);
    const room = this.area.scrollHeight - this.area.clientHeight;
    if (room > 0) this.area.scrollTop = Math.max(0, lines * this.area.scrollHeight - this.area.clientHeight / 2);
  }

  typed() {
    clearTimeout(this.pausing);
    this.pausing = setTimeout(() => this.save(), PAUSE);
  }

  /** Saves what was written; one after the other, so that each knows what it replaces. */
  async save(last = false) {
    clearTimeout(this.pausing);
    while (this.saving && !last) await this.saving;
    if (!this.dirty || this.conflict || this.area.readOnly) return;
    this.saving = this.send(last);
    await this.saving;
    this.saving = undefined;
  }

  async send(last) {
    const { field } = this;
    const text = this.area.value;
    const question = { ask: "save", file: field.file, path: field.path, before: field.before, text };
    const answer = await this.ask(question, last);
    if (answer?.saved) {
      field.before = text;
      this.tell(this.words.saved);
    } else if (answer?.theirs !== undefined) {
      this.meet(answer);
    } else {
      this.tell(answer?.why ?? this.words.not_saved, true);
    }
  }

  /** Shows what somebody else wrote meanwhile, beside what was written here. */
  meet({ why, theirs }) {
    this.conflict = { theirs };
    $("why").textContent = why;
    $("other").textContent = theirs;
    $("conflict").hidden = false;
    this.tell(this.words.not_saved, true);
  }

  part() {
    this.field.before = this.conflict.theirs;
    this.conflict = undefined;
    $("conflict").hidden = true;
  }

  keep() {
    this.part();
    this.save();
  }

  take() {
    this.area.value = this.conflict.theirs;
    this.part();
    this.tell("");
  }

  /** The number was set again: what changed on the disk is shown, unless something is being written here. */
  async refresh() {
    if (!this.field || this.dirty || this.conflict || this.composing) return;
    const { file, path, before } = this.field;
    const now = await this.ask({ ask: "field", file, path });
    if (this.field?.path !== path || this.dirty || this.composing) return;
    if (now) {
      Object.assign(this.field, { beside: now.beside, title: now.title });
      this.list();
      if (now.text !== before) {
        const at = this.area.selectionStart;
        this.area.value = now.text;
        this.field.before = now.text;
        this.area.setSelectionRange(at, at);
      }
    }
    this.soon(false);
  }

  /** Shows where the caret is once it rests there. */
  soon(go) {
    clearTimeout(this.moving);
    this.moving = setTimeout(() => this.show(go), REST);
  }

  /** Shows on the pages where the caret is. */
  async show(go) {
    if (!this.field || this.dirty) return;
    const { file, path } = this.field;
    this.spot(await this.ask({ ask: "spot", file, path, caret: this.area.selectionStart }), go);
  }

  tell(text, wrong = false) {
    $("written").textContent = text;
    $("written").classList.toggle("wrong", wrong);
  }
}
