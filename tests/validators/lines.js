// Prints the text of a PDF as pdf.js finds it, a line a line: `lines.js PDFJS-FOLDER FILE`.

const { join } = require("path");
const [folder, file] = process.argv.slice(2);
const pdfjs = require(join(folder, "node_modules/pdfjs-dist/legacy/build/pdf.js"));
const maps = join(folder, "node_modules/pdfjs-dist/cmaps/");

async function main() {
  const data = new Uint8Array(require("fs").readFileSync(file));
  const settings = { data, cMapUrl: maps, cMapPacked: true, useSystemFonts: false, verbosity: 0 };
  const document = await pdfjs.getDocument(settings).promise;
  for (let number = 1; number <= document.numPages; number += 1) {
    const { items } = await (await document.getPage(number)).getTextContent();
    process.stdout.write(items.map((item) => item.str + (item.hasEOL ? "\n" : "")).join("") + "\n");
  }
}

main();
