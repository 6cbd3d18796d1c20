// What was found in the number, each with its place and a way out.

import { button, filled, json, node } from "./dom.js";

/** A paragraph of what is said. */
export function part(name, says) {
  // Between backticks stands what is written as it is.
  const pieces = says.split("`").map((piece, index, all) => {
    const literal = index % 2 === 1 && index < all.length - 1;
    return piece ? node(literal ? "code" : "span", {}, piece) : null;
  });
  return node("p", { className: name }, ...pieces);
}

function item({ severity, code, message, help, fix, pass, asked, place, origin, where: named }, words, go, mend) {
  const what = part("what", message);
  what.prepend(node("span", { className: "severity" }, `${words[severity]}: `));
  const ways = [["mend", words.mend, fix?.length], ["settle", words.settle, asked !== undefined], ["pass", words.pass, pass]];
  const where = named ? named : place ? filled(words.line, { file: place.file, n: place.line }) : origin;
  return node("li", { className: severity },
    node("span", { className: "code number" }, code),
    what,
    help ? part("help", help) : null,
    ...ways.map(([how, name, may]) => (mend && may ? button(name, () => mend(how), { className: `${how} plain` }) : null)),
    place ? button(where, () => go(place), { className: "where", title: words.go_there }) : where ? part("where", where) : null);
}

/** Lists the findings of the news; `go` opens the text at a place, `mend` writes what mends the one of a number, lets it pass or settles it. */
export function list(root, count, { findings, failure }, words, go, mend) {
  const told = json([findings, failure]);
  // A live region speaks whenever it changes, so it changes only with what it says.
  if (root.dataset.told === told) return;
  root.dataset.told = told;
  const items = findings.map((finding, index) => item(finding, words, go, mend && ((how) => mend({ ask: how, finding: index, asked: finding.asked }))));
  if (failure) items.unshift(item({ severity: "error", code: "", message: failure }, words));
  if (!items.length) items.push(node("li", { className: "none" }, words.no_findings));
  root.replaceChildren(...items);
  const of = (severity) => findings.filter((finding) => finding.severity === severity).length;
  const counts = [[words.errors, of("error")], [words.warnings, of("warning")], [words.questions, of("question")]];
  count.textContent = counts.filter(([, n]) => n > 0).map(([word, n]) => filled(word, { n })).join(" · ");
}
