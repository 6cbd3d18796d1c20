// Numbers as people write them.

/** A number as spreadsheets show it: `1,234.5`, `38%`, `△3.2`, `(30)` for −30; `NaN` where it is none. */
export function amount(text) {
  const bare = text.trim().replace(/\s*[%％]$/, "").replace(/^\(\s*([\d.,]+)\s*\)$/, "-$1").replace(/^[-−△]\s*/, "-");
  const number = /^-?(\d+|\d{1,3}(,\d{3})+)(\.\d+)?$/.test(bare) ? Number(bare.replaceAll(",", "")) : NaN;
  return Number.isFinite(number) ? number : NaN;
}

/** What the numbers of a field may be written with. */
const UNITS = { year: "년", month: "월", day: "일", volume: "권", number: "호" };

/** The number that a field of this name holds, with its unit or without: `11월` in a month. */
export function counted(text, name, kind) {
  const bare = text.trim();
  const unit = UNITS[name];
  const number = amount(unit && bare.endsWith(unit) ? bare.slice(0, -unit.length) : bare);
  return kind === "whole" && !Number.isInteger(number) ? NaN : number;
}
