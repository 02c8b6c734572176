// Builds everything: first the study from data/, then the bundles in dist/. `--data` stops after the study.
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
// The worker that converts: one file for both hosts, whose libraries run when the first file of their kind comes.
const converters = [
  { ...node, entryPoints: { convert: 'server/src/node/convert-worker.ts' }, outdir: 'dist' },
  {
    ...shared,
    platform: 'browser',
    // Not the half of a library that leans on a page.
    conditions: ['worker'],
    format: 'iife',
    entryPoints: { convert: 'server/src/browser/convert-worker.ts' },
    outdir: 'dist/browser',
  },
];
/** The script of a page in the editor. */
const board = {
  ...shared,
  platform: 'browser',
  format: 'iife',
  entryPoints: { board: 'client/board/board.ts' },
  outdir: 'dist',
};

// A fault in the data ends the build with its file and line.
await runTool('compile', root);
if (!process.argv.includes('--data')) {
  await Promise.all([
    buildWithParts(servers, { ...shared, outdir: 'dist' }),
    esbuild.build(client),
    esbuild.build(board),
    ...converters.map((converter) => esbuild.build(converter)),
  ]);
}
