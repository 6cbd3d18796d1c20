// What Taplo's language server says to an editor of a TOML file: `node taplo-lsp.mjs FOLDER FILE QUESTIONS`, where
// FOLDER has the package @taplo/lsp, and QUESTIONS is a list of [method, line, character] in JSON. Prints the answers
// as JSON. It asks nothing of the network.

import fs from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { pathToFileURL, fileURLToPath } from "node:url";

const [, , folder, file, questions] = process.argv;
const { TaploLsp } = createRequire(path.join(folder, "of.js"))("@taplo/lsp");

const environment = {
  now: () => new Date(),
  envVar: () => undefined,
  envVars: () => [],
  stdErrAtty: () => false,
  stdin: async () => new Uint8Array(),
  stdout: async (bytes) => bytes.length,
  stderr: async (bytes) => bytes.length,
  glob: () => [],
  readFile: (name) => fs.promises.readFile(name),
  writeFile: async () => undefined,
  urlToFilePath: (url) => (url.startsWith("file:") ? fileURLToPath(url) : new URL(url).pathname),
  isAbsolute: (name) => path.isAbsolute(name),
  cwd: () => path.dirname(file),
  findConfigFile: () => undefined,
};

// As the editors' plugin sets it, without the catalogues of schemas that it would fetch.
const config = {
  schema: { enabled: true, links: false, catalogs: [], associations: {}, cache: { memoryExpiration: 60, diskExpiration: 600 } },
  completion: { maxKeys: 5 },
  taplo: { bundled: true, configFile: { enabled: false } },
  formatter: {},
  rules: [],
};

const waiting = new Map();
let found;
const schema = new Promise((done) => (found = done));
const lsp = await TaploLsp.initialize(environment, {
  onMessage({ id, method, params, result, error }) {
    if (method === "workspace/configuration") lsp.send({ jsonrpc: "2.0", id, result: params.items.map(() => config) });
    else if (method === "taplo/didChangeSchemaAssociation" && params.schemaUri) found();
    else if (method === undefined) waiting.get(id)?.(error ? { error } : result);
  },
});
const call = (method, params) => new Promise((done) => {
  const id = waiting.size + 1;
  waiting.set(id, done);
  lsp.send({ jsonrpc: "2.0", id, method, params });
});

const root = pathToFileURL(path.dirname(file)).href;
const uri = pathToFileURL(file).href;
await call("initialize", {
  processId: null,
  rootUri: root,
  capabilities: { workspace: { configuration: true } },
  initializationOptions: { configurationSection: "evenBetterToml" },
  workspaceFolders: [{ uri: root, name: "number" }],
});
lsp.send({ jsonrpc: "2.0", method: "initialized", params: {} });
const text = fs.readFileSync(file, "utf8");
lsp.send({ jsonrpc: "2.0", method: "textDocument/didOpen", params: { textDocument: { uri, languageId: "toml", version: 1, text } } });
await schema;
const answers = [];
for (const [method, line, character] of JSON.parse(questions)) {
  answers.push(await call(`textDocument/${method}`, { textDocument: { uri }, position: { line, character } }));
}
console.log(JSON.stringify(answers));
process.exit(0);
