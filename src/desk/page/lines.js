// The text of a page over its picture: selected, found by the browser's search, and read aloud, but not seen.

import { node } from "./dom.js";

/** The size at which texts are measured, pixels. */
const MEASURED = 100;

/** How far a line reaches over its baseline, in parts of its size; the style sheet has the same. */
const OVER = 0.86;

const pen = node("canvas").getContext("2d");

/** As long as the type is not there, texts are measured in another. */
const ready = document.fonts.load(`${MEASURED}px "Pretendard GOV"`).catch(() => []);

/** Lays its lines over a page, unless they lie there already. */
export async function lay(figure) {
  const { picture } = figure.page;
  if (figure.laid === picture) return;
  figure.laid = picture;
  const asked = picture && fetch(`/lines/${picture}`).catch(() => null);
  const [answer] = await Promise.all([asked, ready]);
  const lines = answer?.ok ? await answer.json().catch(() => null) : picture ? null : [];
  if (figure.laid !== picture) return;
  // Where the line broke they are fetched again with the next news.
  if (!lines) return (figure.laid = undefined);
  const { layer } = figure;
  const text = lines.map((line) => line.text).join("");
  // What is selected on a page stays selected as long as it reads the same.
  if (chosen(layer) && layer.textContent === text) return;
  const { width, height } = figure.page.trim ?? figure.page;
  layer.replaceChildren(...lines.flatMap((line) => [span(line, width, height), node("br")]));
}

function chosen(layer) {
  const selection = getSelection();
  return !selection.isCollapsed && selection.containsNode(layer, true);
}

function span({ from, to, size, text }, width, height) {
  const span = node("span", {}, text);
  pen.font = `${MEASURED}px "Pretendard GOV"`;
  const natural = (pen.measureText(text).width / MEASURED) * size;
  const [along, down] = [to[0] - from[0], to[1] - from[1]];
  const long = Math.hypot(along, down);
  const { style } = span;
  style.left = `${(from[0] / width) * 100}%`;
  style.top = `${((from[1] - OVER * size) / height) * 100}%`;
  style.fontSize = `${(size / height) * 100}cqh`;
  const turned = Math.abs(down) > 0.1 ? `rotate(${Math.atan2(down, along)}rad) ` : "";
  style.transform = `${turned}scaleX(${natural > 0 ? long / natural : 1})`;
  return span;
}
