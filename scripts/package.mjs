/**
 * `npm run package [-- --out FILE]`: builds, and packs the extension as one VSIX. Fails when vsce warns of something or
 * the file is larger than it may be.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

/** Bytes that the extension may be. */
const MOST = 3 * 1024 * 1024;

process.chdir(fileURLToPath(new URL('..', import.meta.url)));
const { name, version } = JSON.parse(readFileSync('package.json', 'utf8'));
const { values } = parseArgs({
  options: { out: { type: 'string', default: `${name}-${version}.vsix` }, 'no-build': { type: 'boolean' } },
});

if (!values['no-build']) run(['scripts/build.mjs'], 'inherit');
mkdirSync(dirname(values.out), { recursive: true });
const page = marketplacePage();
// Everything is bundled, so nothing of node_modules goes along; what does is listed in .vscodeignore.
const said = run(
  ['node_modules/@vscode/vsce/vsce', 'package', '--no-dependencies', '--readme-path', page, '--out', values.out],
  'pipe',
);
console.log(said.trim());
if (/\bWARN/i.test(said)) fail('vsce waarschuwt; los dat eerst op.');

const { size } = statSync(values.out);
const kilobytes = (bytes) => `${(bytes / 1024).toLocaleString('nl-NL', { maximumFractionDigits: 0 })} KB`;
if (size > MOST) fail(`${values.out} is ${kilobytes(size)}; meer dan ${kilobytes(MOST)} mag niet.`);
console.log(`${values.out}: ${kilobytes(size)} van ten hoogste ${kilobytes(MOST)}`);

/** The page of the extension with its pictures in it: a relative one would be sought on the web. */
function marketplacePage() {
  const text = readFileSync('docs/marketplace.md', 'utf8').replace(
    /\]\(\.\.\/(images\/[\w-]+\.png)\)/g,
    (_, path) => `](data:image/png;base64,${readFileSync(path, 'base64')})`,
  );
  mkdirSync('out', { recursive: true });
  writeFileSync('out/marketplace.md', text);
  return 'out/marketplace.md';
}

function run(command, output) {
  const { status, stdout, stderr } = spawnSync(process.execPath, command, {
    stdio: ['ignore', output, output],
    encoding: 'utf8',
  });
  const text = `${stdout ?? ''}${stderr ?? ''}`;
  if (status !== 0) fail(text || `${command[0]} is mislukt.`);
  return text;
}

function fail(message) {
  console.error(message);
  process.exit(1);
}
