/**
 * Bundles the suite that runs inside VS Code to `out/suite.js`: one CommonJS file for both extension hosts.
 *
 *   node scripts/vscode/build-suite.mjs [--only words]
 *
 * --only   the tests whose full title has these words; a regular expression
 */
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { build } from 'esbuild';
import { PROJECT } from './install.mjs';

/**
 * @param {{ entry?: string, outfile?: string, only?: string }} [options]
 * @returns {Promise<string>} the path of the bundle
 */
export async function buildSuite(options = {}) {
  const { entry = join(PROJECT, 'test', 'vscode', 'suite.ts'), outfile = join(PROJECT, 'out', 'suite.js') } = options;
  // Nothing else reaches the web extension host than what is in the bundle.
  const define = { SUITE_ONLY: JSON.stringify(options.only ?? '') };
  await build({
    entryPoints: [entry],
    outfile,
    bundle: true,
    // A CommonJS file, whose exports are set last: Mocha's browser build, an UMD file that esbuild cannot
    // recognise as one (its package says "module"), puts its own in their place while it loads.
    format: 'iife',
    globalName: 'opgavenwijzerSuite',
    footer: { js: 'module.exports = opgavenwijzerSuite;' },
    platform: 'browser', // a Node built-in in a test fails here, not only in the web extension host
    target: 'es2022',
    define,
    external: ['vscode'],
    loader: { '.docx': 'binary', '.pdf': 'binary' },
    sourcemap: 'inline',
    logLevel: 'warning',
  });
  return outfile;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { values } = parseArgs({ options: { only: { type: 'string' } } });
  await buildSuite(values);
}
