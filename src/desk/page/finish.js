// The editions, made one after the other, and their files.

import { list } from "./findings.js";

const $ = (id) => document.getElementById(id);

/** A length as people say it. */
function size(bytes) {
  const mega = bytes / 2 ** 20;
  return mega < 0.1 ? `${Math.ceil(bytes / 1024)} KB` : `${mega.toFixed(1)} MB`;
}

export class Finish {
  /** `go` opens the text at a place. */
  constructor(words, go) {
    Object.assign(this, { words, go });
    $("finish").addEventListener("click", () => $("finishing").showModal());
    $("finish-leave").addEventListener("click", () => $("finishing").close());
    $("finish-folder").addEventListener("click", () => fetch("/folder", { method: "POST" }));
    $("finish-form").addEventListener("submit", (event) => {
      event.preventDefault();
      this.make();
    });
  }

  async make() {
    const asked = [...document.querySelectorAll("#finish-form [name=edition]:checked")].map(({ value }) => value);
    if (asked.length === 0) return;
    const [bar, button] = [$("finish-bar"), $("finish-make")];
    Object.assign(bar, { hidden: false, max: asked.length, value: 0 });
    button.disabled = true;
    $("finish-files").replaceChildren();
    const findings = [];
    let why;
    for (const edition of asked) {
      $("finish-told").textContent = this.words[`making_${edition}`];
      const answer = await fetch(`/finish/${edition}`, { method: "POST" }).catch(() => null);
      const made = answer?.ok ? await answer.json() : { why: this.words.not_finished };
      findings.push(...(made.findings ?? []));
      $("finish-files").append(...(made.files ?? []).map((file) => this.file(file)));
      bar.value += 1;
      why = made.why ?? (made.failed ? this.words.not_finished : why);
      if (made.why) break;
    }
    button.disabled = false;
    bar.hidden = true;
    $("finish-told").textContent = why ?? this.words.finished;
    $("finish-told").classList.toggle("wrong", why !== undefined);
    $("finish-folder").hidden = $("finish-files").childElementCount === 0;
    list($("finish-findings"), $("finish-count"), { findings }, this.words, (place) => {
      $("finishing").close();
      this.go(place);
    });
  }

  file({ name, bytes }) {
    const item = document.createElement("li");
    const link = document.createElement("a");
    link.href = `/files/${encodeURIComponent(name)}`;
    link.download = name;
    link.textContent = name;
    const length = document.createElement("span");
    length.className = "number";
    length.textContent = size(bytes);
    item.append(link, length);
    return item;
  }
}
