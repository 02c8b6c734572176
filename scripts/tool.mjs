/** Tools of the project that share code with the server: bundled to out/ and run there. */
import { spawnSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import esbuild from 'esbuild';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');

/** Runs a Node program in the root of the project; when it fails, so does this one. */
export function runNode(...command) {
  const { status } = spawnSync(process.execPath, command, { stdio: 'inherit', cwd: root });
  if (status !== 0) process.exit(status ?? 1);
}

/** Runs server/src/tools/NAME/main.ts. */
export async function runTool(name, ...args) {
  const outfile = `out/${name}.js`;
  await esbuild.build({
    absWorkingDir: root,
    entryPoints: [`server/src/tools/${name}/main.ts`],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    // 'module' first: jsonc-parser's CommonJS build hides its parts from a bundler.
    mainFields: ['module', 'main'],
    logLevel: 'warning',
  });
  runNode(outfile, ...args);
}
