// Writes the files in the repository that are generated from the registry of rules and the study.
import { spawnSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import esbuild from 'esbuild';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
process.chdir(root);

function run(...command) {
  const { status } = spawnSync(process.execPath, command, { stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
}

run('scripts/build.mjs', '--data');
await esbuild.build({
  entryPoints: ['server/src/generate/main.ts'],
  outfile: 'out/generate.js',
  bundle: true,
  platform: 'node',
  format: 'cjs',
  target: 'node20',
  mainFields: ['module', 'main'],
  logLevel: 'warning',
});
run('out/generate.js', root);
// In the form that the repository keeps.
run('node_modules/@biomejs/biome/bin/biome', 'format', '--write', 'schemas');
