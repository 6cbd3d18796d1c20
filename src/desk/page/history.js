// What a file was before: its states, what is another since, and the way back.

const $ = (id) => document.getElementById(id);

export class History {
  constructor(words, ask) {
    Object.assign(this, { words, ask });
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
    $("past-file").replaceChildren(...this.files.map((file) => new Option(file)));
    $("past").showModal();
    this.states();
  }

  async states() {
    const turn = (this.asked = (this.asked ?? 0) + 1);
    const states = (await this.ask({ ask: "states", file: $("past-file").value })) ?? [];
    // Answers may overtake each other: what was asked last is shown.
    if (turn !== this.asked) return;
    $("past-none").hidden = states.length > 0;
    $("past-states").replaceChildren(...states.map((state) => this.state(state)));
    this.show(undefined);
  }

  state({ id, left }) {
    const item = document.createElement("li");
    const button = document.createElement("button");
    button.type = "button";
    const when = { dateStyle: "medium", timeStyle: "short" };
    button.textContent = new Intl.DateTimeFormat(document.documentElement.lang, when).format(left * 1000);
    button.addEventListener("click", async () => {
      for (const other of $("past-states").querySelectorAll("button")) other.ariaPressed = String(other === button);
      this.show(undefined);
      const turn = (this.asked += 1);
      const state = await this.ask({ ask: "state", file: $("past-file").value, id });
      if (turn === this.asked) this.show(state);
    });
    item.append(button);
    return item;
  }

  /** Shows what is another since. */
  show(state) {
    this.shown = state;
    $("past-back").disabled = !state || this.readonly || state.changed === "";
    const same = state && state.changed === "" ? this.words.past_same : "";
    const lines = (state?.changed || same).split("\n").filter((line) => line !== "");
    $("past-changed").replaceChildren(
      ...lines.map((text) => {
        const line = document.createElement("span");
        line.textContent = `${text}\n`;
        line.className = text.startsWith("- ") ? "gone" : text.startsWith("+ ") ? "come" : "at";
        return line;
      }),
    );
    $("past-told").textContent = "";
  }

  async back() {
    const { id, now } = this.shown;
    const answer = await this.ask({ ask: "back", file: $("past-file").value, id, before: now });
    if (answer?.saved) await this.states();
    $("past-told").textContent = answer?.saved ? this.words.past_back : (answer?.why ?? this.words.not_saved);
    $("past-told").classList.toggle("wrong", !answer?.saved);
  }
}
