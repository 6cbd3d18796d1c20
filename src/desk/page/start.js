// A new number, and the numbers near a folder that has none.

const $ = (id) => document.getElementById(id);

export class Start {
  constructor(words, ask) {
    Object.assign(this, { words, ask });
    $("new").addEventListener("click", () => $("next").showModal());
    $("next-leave").addEventListener("click", () => $("next").close());
    for (const name of ["start", "next"]) {
      $(`${name}-form`).addEventListener("submit", (event) => {
        event.preventDefault();
        this.turn({ ask: "new", folder: $(`${name}-folder`).value.trim() }, $(`${name}-wrong`));
      });
    }
  }

  /** Shows what may be begun with; true if there is no number yet. */
  update({ start, manifest, readonly }) {
    // Another number is another page: nothing of this one is to stay.
    if (this.manifest !== undefined && this.manifest !== manifest) location.reload();
    this.manifest = manifest;
    $("new").hidden = start.missing || start.folder === "" || readonly;
    $("start").hidden = !start.missing;
    const told = JSON.stringify(start);
    if (this.told === told) return start.missing;
    this.told = told;
    $("next-folder").value = start.folder;
    const some = start.numbers.length > 0;
    $("start-why").textContent = some ? this.words.new_after : this.words.new_first;
    $("start-label").hidden = $("start-folder").hidden = !some;
    $("start-folder").required = some;
    $("numbers").replaceChildren(...start.numbers.map((number) => this.number(number)));
    return start.missing;
  }

  number(number) {
    const item = document.createElement("li");
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = number;
    button.addEventListener("click", () => this.turn({ ask: "open", number }, $("start-wrong")));
    item.append(button);
    return item;
  }

  /** Goes on with another number; its news reloads the page. */
  async turn(question, wrong) {
    wrong.textContent = "";
    const answer = await this.ask(question);
    if (!answer?.opened) wrong.textContent = answer?.why ?? this.words.not_made;
  }
}
