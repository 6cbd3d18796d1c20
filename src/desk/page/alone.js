// One text by itself, where the manifest as a whole cannot be read: it can still be mended.

import { $, json } from "./dom.js";

const list = $("beside");

/** A form of the one text that an answer holds. */
export function single({ file, path, lines, text: value, editable, title }, words) {
  const field = { kind: lines ? "blocks" : "text", path, label: words.kind_lines, name: "", value, required: true };
  const own = path.length ? field : { ...field, file };
  return { file, path: null, title, editable, groups: [{ fields: [own] }] };
}

/** The same as it is now; `null` if it is gone. */
export async function again({ file, path }, ask, words) {
  const now = await ask({ ask: "field", file, path });
  return now && single(now, words);
}

/** Lists the texts beside it, by what they are and how they begin; nothing where there is a whole form. */
export function listBeside(answer) {
  list.hidden = !answer?.beside.length;
  if (!answer) return;
  const same = (item) => item.file === answer.file && json(item.path) === json(answer.path);
  const options = answer.beside.map((item, index) => new Option(`${item.key}: ${item.head}`, index, false, same(item)));
  list.replaceChildren(...options);
}

/** The text that was chosen there. */
export async function chosen(answer, ask) {
  const item = answer?.beside[list.value];
  return item && ask({ ask: "field", file: item.file, path: item.path });
}
