// `node scripts/learn.mjs eval|learn --corpus DIR`: measures recognition on coded passages, or learns its weights from them.
import { spawnSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import esbuild from 'esbuild';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const run = (...args) => {
  const { status } = spawnSync(process.execPath, args, { stdio: 'inherit', cwd: root });
  if (status !== 0) process.exit(status ?? 1);
};
run('scripts/build.mjs', '--data');
await esbuild.build({
  absWorkingDir: root,
  bundle: true,
  platform: 'node',
  target: 'node20',
  mainFields: ['module', 'main'],
  logLevel: 'warning',
  entryPoints: ['server/src/learn/main.ts'],
  outfile: 'out/learn.js',
});
run('out/learn.js', ...process.argv.slice(2));
