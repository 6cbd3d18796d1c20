// How full the page of a text is, what was done to fit it, how much room is left, and how long its field is.

import { isText } from "./controls.js";

/** What is said of the form and of the field that is written. */
export function room(form, current, words) {
  const { fill, fit, left } = form?.room ?? {};
  const says = [];
  if (fill !== undefined) says.push(words.room.replace("{n}", Math.round(fill * 100)));
  if (fit) says.push(fit);
  if (left) says.push(words.left.replace("{lines}", left.lines).replace("{letters}", left.letters));
  if (current?.isConnected && isText(current.field.kind)) says.push(words.letters.replace("{n}", [...current.value].length));
  return says.join(" · ");
}
