// Numbers as people write them.

/** A number as spreadsheets show it: `1,234.5`, `38%`, `△3.2`, `(30)` for −30; `NaN` where it is none. */
export function amount(text) {
  const bare = text.trim().replace(/\s*[%％]$/, "").replace(/^\(\s*([\d.,]+)\s*\)$/, "-$1").replace(/^[-−△]\s*/, "-");
  const number = /^-?(\d+|\d{1,3}(,\d{3})+)(\.\d+)?$/.test(bare) ? Number(bare.replaceAll(",", "")) : NaN;
  return Number.isFinite(number) ? number : NaN;
}
