// All pages at a glance, small, two by two as they lie open.

/** Their width, pixels. */
const WIDE = 96;

export class Thumbs {
  constructor(list, words) {
    Object.assign(this, { list, words });
  }

  /** Shows the pages of the news; the browser fetches what is in sight. */
  update({ pages, old }) {
    const items = this.list.children;
    while (items.length > pages.length) items[items.length - 1].remove();
    pages.forEach(({ picture, width, height }, index) => {
      const image = (items[index] ?? this.add(index + 1)).querySelector("img");
      const address = `/pictures/${picture}/${Math.round((WIDE / width) * devicePixelRatio * 1000)}.png`;
      if (image.getAttribute("src") === address) return;
      image.width = WIDE;
      image.height = Math.round((WIDE / width) * height);
      image.src = address;
    });
    this.list.classList.toggle("old", old);
  }

  add(number) {
    const item = document.createElement("li");
    const link = document.createElement("a");
    link.href = `#page-${number}`;
    const image = new Image();
    image.loading = "lazy";
    // What did not come is fetched again with the next news.
    image.addEventListener("error", () => image.removeAttribute("src"));
    image.alt = this.words.page.replace("{n}", number);
    const folio = document.createElement("span");
    folio.className = "number";
    folio.ariaHidden = "true";
    folio.textContent = number;
    link.append(image, folio);
    item.append(link);
    return this.list.appendChild(item);
  }

  /** Marks the page that is looked at, from 1. */
  mark(page) {
    const now = this.list.children[page - 1]?.firstElementChild;
    const before = this.list.querySelector("[aria-current]");
    if (before === now) return;
    before?.removeAttribute("aria-current");
    if (now) now.ariaCurrent = "page";
    return now;
  }
}
