// What was found in the number, each with its places and a way out: equal findings are one card.

import { button, filled, json, node } from "./dom.js";

/** What is left free above a card that comes into sight, pixels. */
const ROOM = 8;

/** A paragraph of what is said. */
export function part(name, says) {
  // Between backticks stands what is written as it is.
  const pieces = says.split("`").map((piece, index, all) => {
    const literal = index % 2 === 1 && index < all.length - 1;
    return piece ? node(literal ? "code" : "span", {}, piece) : null;
  });
  return node("p", { className: name }, ...pieces);
}

/** Where a finding is, as what opens it, and what can be done there. */
function spot({ fix, pass, asked, place, places, origin, where: named }, words, go, mend) {
  const ways = [["mend", words.mend, fix?.length], ["settle", words.settle, asked !== undefined], ["pass", words.pass, pass]];
  const where = named ? named : place ? filled(words.line, { file: place.file.split(/[\\/]/).at(-1), n: place.line }) : origin;
  return {
    acts: ways.map(([how, name, may]) => (mend && may ? button(name, () => mend(how), { className: `${how} plain` }) : null)),
    where: place ? button(where, () => go(place, places?.[0]), { className: "where", title: words.go_there }) : where ? part("where", where) : null,
  };
}

/** What to do, and which of the buttons that are there does it. */
function advice(all, words, mend) {
  const [{ help }] = all;
  const some = (may, says) => (mend && all.some(may) ? [says] : []);
  return [...(help ? [help] : []), ...some(({ fix }) => fix?.length, words.by_mend), ...some(({ pass }) => pass, words.by_pass)].join(". ");
}

/** A card of a finding, or of all that are equal but for where they are. */
function item(all, words, go, mend) {
  const told = all.map(([finding]) => finding);
  const [{ severity, code, message }] = told;
  const help = advice(told, words, mend);
  const what = part("what", message);
  what.prepend(node("span", { className: "severity" }, `${words[severity]}: `));
  const spots = all.map(([finding, index]) => spot(finding, words, go, mend && ((how) => mend({ ask: how, finding: index, asked: finding.asked }))));
  const one = spots.length === 1;
  const rows = spots.filter(({ acts, where }) => where || acts.some(Boolean)).map(({ acts, where }) => node("li", {}, where, ...acts));
  const [first, ...also] = all.map(([, index]) => index);
  const every = mend && !one && told.every(({ fix }) => fix?.length);
  const mendAll = every ? button(filled(words.mend_all, { n: all.length }), () => mend({ ask: "mend", finding: first, also }), { className: "mend plain" }) : null;
  return node("li", { className: severity },
    node("span", { className: "code number" }, code),
    what,
    help ? part("help", help) : null,
    ...(one ? [...spots[0].acts, spots[0].where] : [mendAll, part("many", filled(words.many, { n: spots.length })), node("ul", { className: "places scrolls" }, ...rows)]));
}

/** What tells the findings of a card from all others; those of one place by their number. */
function keys(all) {
  const times = new Map();
  return all.map(([{ severity, code, message, where }]) => {
    const key = json([severity, code, message, where]);
    times.set(key, (times.get(key) ?? 0) + 1);
    return `${key} ${times.get(key)}`;
  });
}

/** Brings what was not known before into sight in its own list, an error or else a question; nothing else moves for it. */
function bring(view, cards, known) {
  const fresh = cards.filter((card) => card.keys?.some((key) => !known.has(key)));
  const seen = ["error", "question"].map((severity) => fresh.find((card) => card.className === severity)).find(Boolean);
  if (view && seen) view.scrollTop += seen.getBoundingClientRect().top - view.getBoundingClientRect().top - ROOM;
}

/** Lists the findings of the news; `go` opens the text at a place, `mend` writes what mends the one of a number, lets it pass or settles it. */
export function list(root, count, { findings, failure }, words, go, mend) {
  const told = json([findings, failure]);
  // Their count is a live region, and the head says the first error: the list itself is read by who goes there.
  if (root.dataset.told === told) return;
  root.dataset.told = told;
  // What keeps pages and PDFs from being made comes first.
  const late = ({ severity }) => Number(severity !== "error");
  const sorted = findings.map((finding, index) => [finding, index]).sort(([one], [other]) => late(one) - late(other));
  const alike = Map.groupBy(sorted, ([{ severity, code, message, help }]) => json([severity, code, message, help]));
  const items = [...alike.values()].map((all) => Object.assign(item(all, words, go, mend), { keys: keys(all) }));
  const failed = failure && [[{ severity: "error", code: "", message: failure }]];
  if (failed) items.unshift(Object.assign(item(failed, words), { keys: keys(failed) }));
  if (!items.length) items.push(node("li", { className: "none" }, words.no_findings));
  const cards = [...root.children];
  root.replaceChildren(...items);
  if (cards.length) bring(root.closest("section"), items, new Set(cards.flatMap((card) => card.keys ?? [])));
  const of = (severity) => findings.filter((finding) => finding.severity === severity).length;
  const counts = [[words.errors, of("error")], [words.warnings, of("warning")], [words.questions, of("question")]];
  count.textContent = counts.filter(([, n]) => n > 0).map(([word, n]) => filled(word, { n })).join(" · ");
}
