// Nodes of the page: found, made, and told.

export const $ = (id) => document.getElementById(id);

/** A path, or anything, as one text. */
export const json = JSON.stringify;

/** Words with values in their places, whatever signs are in these. */
export const filled = (text, values) => text.replace(/\{(\w+)\}/g, (_, name) => values[name]);

/** What a field is called, without what it is for, which comes behind. */
export const short = (label) => label.split(/[.:]/)[0].trim();

/** A node with attributes (or properties) and what is in it. */
export function node(name, attributes = {}, ...inside) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (key in made) made[key] = value;
    else made.setAttribute(key, value);
  }
  made.append(...inside.filter((item) => item !== null && item !== undefined));
  return made;
}

/** A button that does something. */
export function button(inside, press, attributes = {}) {
  const made = node("button", { type: "button", ...attributes }, inside);
  made.addEventListener("click", () => made.ariaDisabled === "true" || press());
  return made;
}

/** Bars a button, and says on it why; without a reason it may be pressed. */
export function bar(button, why) {
  button.querySelector(".why")?.remove();
  button.ariaDisabled = why ? "true" : null;
  if (why) button.append(node("span", { className: "why" }, ` · ${why}`));
}

/** Says something at a place of the page, in red if it is wrong. */
export function tell(at, says, wrong = false) {
  if (at.textContent !== says) at.textContent = says;
  at.classList.toggle("wrong", wrong);
}

/** Shows of two buttons which is pressed. */
export function press(one, other, second) {
  one.ariaPressed = String(!second);
  other.ariaPressed = String(second);
}

/** Whether something is dragged over the lower half of a node. */
export function isBelow({ clientY }, own) {
  const { top, height } = own.getBoundingClientRect();
  return clientY > top + height / 2;
}

/** Shows where what is dragged would go, or with nothing that it goes nowhere. */
export function goal(own, below) {
  document.querySelectorAll(".above, .below").forEach((at) => at.classList.remove("above", "below"));
  own?.classList.add(below ? "below" : "above");
}
