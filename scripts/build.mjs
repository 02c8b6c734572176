// Builds everything: first the study from data/, then the bundles in dist/. `--data` stops after the study.
import { createHash } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import esbuild from 'esbuild';
import { buildWithParts } from './split-bundles.mjs';
import { runTool } from './tool.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
process.chdir(root);

// 'module' first: jsonc-parser's CommonJS build hides its parts from a bundler.
const shared = {
  bundle: true,
  mainFields: ['module', 'main'],
  minify: !process.env.PLAIN,
  logLevel: 'warning',
  target: 'es2022',
};
const node = { ...shared, platform: 'node', format: 'cjs', target: 'node20' };
const browser = { ...shared, platform: 'browser', format: 'cjs' };

const servers = [
  { ...node, entryPoints: { server: 'server/src/node/main.ts', cli: 'server/src/cli/main.ts' }, outdir: 'dist' },
  { ...browser, entryPoints: { server: 'server/src/browser/main.ts' }, outdir: 'dist/browser' },
];
// One for both hosts: each has its own half of the language client, and runs only that.
const client = {
  ...node,
  conditions: ['node', 'browser'],
  entryPoints: { client: 'client/src/extension.ts' },
  outdir: 'dist',
  external: ['vscode'],
};
/** What VS Code reads of it while it starts. In the browser an extension is one file. */
const main = {
  ...node,
  entryPoints: { main: 'client/src/main.ts' },
  outdir: 'dist',
  // VS Code gives its own module to what is required.
  supported: { 'dynamic-import': false },
  plugins: [
    {
      name: 'client',
      setup: (build) =>
        build.onResolve({ filter: /\/extension\.js$/ }, () => ({ path: './client.js', external: true })),
    },
  ],
};
/** What turns a source into Markdown, in a worker: one for both hosts, each of which has the libraries as a browser has them. */
const convert = {
  ...shared,
  platform: 'browser',
  mainFields: ['browser', 'module', 'main'],
  conditions: ['worker'],
  format: 'iife',
  entryPoints: { convert: 'server/src/convert/worker.ts' },
  outdir: 'dist',
  external: ['node:worker_threads'],
};
/** The script of a page in the editor. */
const board = {
  ...shared,
  platform: 'browser',
  format: 'iife',
  entryPoints: { board: 'client/board/board.ts' },
  outdir: 'dist',
};

/** The script of a report, as text that a page of its own can hold: its policy knows it by its hash. */
async function buildPageScript() {
  const { outputFiles } = await esbuild.build({
    ...shared,
    minify: true,
    platform: 'browser',
    format: 'iife',
    charset: 'ascii',
    entryPoints: ['server/page/tally.ts'],
    write: false,
  });
  const source = outputFiles[0].text.trim();
  if (/<\/script|<!--/i.test(source)) throw new Error('The script of a page would end its element early.');
  const hash = `sha256-${createHash('sha256').update(source).digest('base64')}`;
  const value = JSON.stringify(JSON.stringify({ source, hash }));
  await writeFile(
    'server/src/generated/tallyPage.ts',
    `// Made by npm run build from server/page.\nexport const tallyPage = ${value};\n`,
  );
}

// A fault in the data ends the build with its file and line.
await runTool('compile', root);
await buildPageScript();
if (!process.argv.includes('--data')) {
  await Promise.all([
    buildWithParts(servers, { ...shared, outdir: 'dist' }),
    esbuild.build(client),
    esbuild.build(main),
    esbuild.build(convert),
    esbuild.build(board),
  ]);
}
