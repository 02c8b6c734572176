import * as vscode from 'vscode';

/** The files in dist/ that make up the server in a worker: the parts that it shares with the server in Node, and itself. */
const PARTS = ['study.js', 'yaml.js', 'core.js', 'lsp.js'];
const MAIN = 'browser/server.js';
/** The data of the study, which the server in Node reads from its folder. */
const DATA = 'study.txt';
/** The conversion of sources, which the server reads when it is first needed. */
const CONVERT = 'convert.js';

/** What `require` is in a worker: runs a part when it is first asked for. */
const LOADER = `
const parts = {};
const require = (name) => {
  const part = parts[name];
  if (!part.module) part.run((part.module = { exports: {} }), part.module.exports);
  return part.module.exports;
};`;

/**
 * Starts the server in a worker. Its files are read through the editor, which also works where the extension lies on
 * a remote machine, and put together as one script.
 * @param dist the folder of the bundles
 */
export async function startWorker(dist: vscode.Uri): Promise<Worker> {
  const read = (name: string) => vscode.workspace.fs.readFile(vscode.Uri.joinPath(dist, name));
  const [data, ...files] = await Promise.all([DATA, ...PARTS, MAIN].map(read));
  const script = [
    LOADER,
    `globalThis.opgavenwijzerStudy = ${JSON.stringify(new TextDecoder().decode(data))};`,
    `globalThis.opgavenwijzerConvert = ${JSON.stringify(vscode.Uri.joinPath(dist, CONVERT).toString())};`,
  ];
  for (const [i, name] of PARTS.entries())
    script.push(`parts['./${name}'] = { run(module, exports) {\n${new TextDecoder().decode(files[i])}\n} };`);
  script.push(new TextDecoder().decode(files.at(-1)));
  return new Worker(URL.createObjectURL(new Blob(script, { type: 'text/javascript' })));
}
