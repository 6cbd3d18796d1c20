// What was found in the number, each with its place and a way out.

/** A paragraph of what is said. */
export function part(name, text) {
  const part = document.createElement("p");
  part.className = name;
  // Between backticks stands what is written as it is.
  text.split("`").forEach((piece, index, all) => {
    const literal = index % 2 === 1 && index < all.length - 1;
    const node = document.createElement(literal ? "code" : "span");
    node.textContent = piece;
    if (piece) part.append(node);
  });
  return part;
}

function item(finding, words, go, mend) {
  const item = document.createElement("li");
  item.className = finding.severity;
  const severity = document.createElement("span");
  severity.className = "severity";
  severity.textContent = `${words[finding.severity]}: `;
  const code = document.createElement("span");
  code.className = "code number";
  code.textContent = finding.code;
  const what = part("what", finding.message);
  what.prepend(severity);
  item.append(code, what);
  if (finding.help) item.append(part("help", finding.help));
  const { place, origin } = finding;
  const asked = finding.severity === "question";
  const ways = [
    ["mend", asked ? words.settle : words.mend, asked || finding.fix?.length],
    ["pass", words.pass, finding.pass],
  ];
  for (const [how, name, may] of ways) {
    if (!mend || !may) continue;
    const button = document.createElement("button");
    button.type = "button";
    button.className = `${how} plain`;
    button.textContent = name;
    button.addEventListener("click", () => mend(how));
    item.append(button);
  }
  const where = finding.where ? finding.where : place ? words.line.replace("{file}", place.file).replace("{n}", place.line) : origin;
  if (!where) return item;
  if (!place) item.append(part("where", where));
  else {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "where";
    button.title = words.go_there;
    button.textContent = where;
    button.addEventListener("click", () => go(place));
    item.append(button);
  }
  return item;
}

/** Lists the findings of the news; `go` opens the text at a place, `mend` writes what mends the one of a number or lets it pass. */
export function list(root, count, news, words, go, mend) {
  const told = JSON.stringify([news.findings, news.failure]);
  // A live region speaks whenever it changes, so it changes only with what it says.
  if (root.dataset.told === told) return;
  root.dataset.told = told;
  const items = news.findings.map((finding, index) => item(finding, words, go, mend && ((how) => mend(index, how))));
  if (news.failure) {
    items.unshift(item({ severity: "error", code: "", message: news.failure }, words));
  }
  if (items.length === 0) {
    const none = document.createElement("li");
    none.className = "none";
    none.textContent = words.no_findings;
    items.push(none);
  }
  root.replaceChildren(...items);
  const of = (severity) => news.findings.filter((finding) => finding.severity === severity).length;
  const counts = [[words.errors, of("error")], [words.warnings, of("warning")], [words.questions, of("question")]];
  count.textContent = counts.filter(([, n]) => n > 0).map(([word, n]) => word.replace("{n}", n)).join(" · ");
}
