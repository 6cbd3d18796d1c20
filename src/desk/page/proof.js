// The number as it will be printed: asked for when somebody looks, and again after every change.

/** How long the number has to rest before its print edition is made again, ms. */
const REST = 700;

/** How the plates of the process are called. */
const PROCESS = { Cyan: "C", Magenta: "M", Yellow: "Y", Black: "K" };

export class Proof {
  /** `changed` is told that there is another print edition, or another plate is looked at; `told` what hinders it. */
  constructor(choice, words, { changed, told }) {
    Object.assign(this, { choice, words, changed, told, shown: false });
    choice.addEventListener("change", () => this.changed());
  }

  /** Turns to print, or back to the screen. */
  turn(shown) {
    this.shown = shown;
    this.choice.hidden = !shown;
    if (shown) this.make();
    else this.told("");
  }

  /** The number is another. */
  soon() {
    clearTimeout(this.resting);
    if (this.shown) this.resting = setTimeout(() => this.make(), REST);
  }

  async make() {
    this.told(this.words.making_print);
    const asked = (this.asked = (this.asked ?? 0) + 1);
    const answer = await fetch("/proof", { method: "POST" }).catch(() => null);
    const made = answer?.ok ? await answer.json() : {};
    if (asked !== this.asked || !this.shown) return;
    if (!made.proof) return this.told(made.why ?? made.findings?.[0]?.message ?? this.words.no_print);
    this.made = made;
    this.offer(made.plates);
    this.told("");
    this.changed();
  }

  offer(plates) {
    const chosen = this.choice.value;
    const inks = plates.map((name, at) => new Option(PROCESS[name] ?? name, at));
    this.choice.replaceChildren(new Option(this.words.all_inks, "all"), ...inks);
    this.choice.value = [...this.choice.options].some(({ value }) => value === chosen) ? chosen : "all";
  }

  /** The pages to show, of those of the screen: with their bleed and marks, where there is a print edition. */
  pages(screen) {
    if (!this.shown || !this.made) return screen;
    const { proof, pages, fillers: [first, count] } = this.made;
    return pages.map((sheet, index) => {
      const number = index + 1;
      const filler = first > 0 && number >= first && number < first + count;
      const own = first > 0 && number >= first + count ? index - count : index;
      const picture = filler ? undefined : screen[own]?.picture;
      return { ...sheet, picture, own: own + 1, at: `/proofs/${proof}/${number}/${this.choice.value}` };
    });
  }
}
