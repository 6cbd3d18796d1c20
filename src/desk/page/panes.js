// Which part of the desk is shown where there is no room for all of them side by side: the list, the pages, the text or
// what was found. Where there is, all of them are, whatever was chosen.

import { $ } from "./dom.js";

/** Where only one of them has room; where two have, text and findings stand beside the others. */
const narrow = matchMedia("(max-width: 640px)");

const tabs = [...document.querySelectorAll("#panes button")];
let chosen = "pages";

/** Shows a part. */
export function pane(name) {
  chosen = name;
  const shown = narrow.matches || name === "nav" ? name : "pages";
  document.body.dataset.pane = shown;
  for (const tab of tabs) tab.ariaPressed = String(tab.dataset.pane === shown);
  // In a low window the head makes room for it.
  scrollTo(0, document.querySelector("header").offsetHeight);
}

/** Says at its tab how much was found. */
export function count({ findings }, words) {
  const tab = tabs.at(-1);
  tab.textContent = `${words.findings} ${findings.length || ""}`.trim();
  tab.classList.toggle("wrong", findings.some(({ severity }) => severity === "error"));
}

for (const tab of tabs) tab.addEventListener("click", () => pane(tab.dataset.pane));
document.querySelector(".skip").addEventListener("click", () => pane("pages"));
narrow.addEventListener("change", () => pane(chosen));
$("panes").hidden = false;
document.body.dataset.pane = "pages";
