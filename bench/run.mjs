/**
 * `npm run bench [-- --corpus MAP] [--quick] [--markdown] [--out FILE]`: measures how fast it is, in one run against things that are
 * measured beside it, prints a table and writes JSON.
 *
 * --corpus    a folder of real programmes for the command line; without it, programmes that the benchmark makes itself
 * --quick     fewer rounds and edits, and nothing of others: to see whether something became slow
 * --markdown  prints the table once more as Markdown, for the README
 */
import { spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { gzipSync } from 'node:zlib';
import { npmCall } from '../scripts/npm.mjs';

process.chdir(fileURLToPath(new URL('..', import.meta.url)));
const { values } = parseArgs({
  options: {
    corpus: { type: 'string' },
    quick: { type: 'boolean', default: false },
    markdown: { type: 'boolean', default: false },
    'no-build': { type: 'boolean', default: false },
    out: { type: 'string', default: 'out/bench.json' },
  },
});
const { quick } = values;
const SERVER = 'dist/server.js';
const CLI = 'dist/cli.js';
const SAMPLE = 'voorbeelden/waterdam/programma.md';

if (!values['no-build']) runNode(['scripts/build.mjs']);
if (!quick && !existsSync('bench/node_modules/markdown-it')) {
  console.error('Installeren waarmee vergeleken wordt …');
  const { command, args, shell } = npmCall(['ci', '--prefix', 'bench', '--no-audit', '--no-fund']);
  spawnSync(command, args, { stdio: ['ignore', 'ignore', 'inherit'], shell });
}
const { prose } = await import('./prose.mjs');
const { cold, others } = await import('./cold.mjs');
const { commandLine, starts } = await import('./start.mjs');
const { keystrokes, memory, questions, references } = await import('./session.mjs');
const { markdownTable, shownValue } = await import('./table.mjs');

/** @type {{what: string, value: number, unit: string, limit?: number, note?: string}[]} */
const rows = [];
const add = (what, value, unit, limit, note) => {
  const row = { what, value, unit, ...(limit === undefined ? {} : { limit }), ...(note ? { note } : {}) };
  rows.push(row);
  const verdict = limit === undefined ? '' : value <= limit ? `  ≤ ${limit}` : `  > ${limit} !`;
  console.log(`${what.padEnd(58)} ${shownValue(row).padStart(12)}${verdict}${note ? `   ${note}` : ''}`);
};
const ms = (n) => `${n.toFixed(1)} ms`;

const text = prose(1e6);
{
  const { regex, analysis } = cold(text, quick ? 7 : 25);
  add(
    '1 MB voor het eerst, alle regels',
    analysis / regex,
    '×',
    2,
    `${ms(analysis)} bij ${ms(regex)} voor /\\p{L}+/gu`,
  );
  if (!quick)
    for (const [name, took] of Object.entries(await others(text)))
      add(`  ter vergelijking: ${name}`, took / regex, '×', undefined, ms(took));
}
{
  const count = quick ? 100 : 400;
  const small = await keystrokes(SERVER, 1e5, count);
  const middle = await keystrokes(SERVER, 1e6, count);
  const large = await keystrokes(SERVER, 1e7, count);
  add('toetsaanslag bij 1 MB, p95', middle.p95, 'ms', 5, `p50 ${ms(middle.p50)}`);
  add(
    'toetsaanslag bij 10 MB tegen 100 KB, p95',
    large.p95 / small.p95,
    '×',
    2,
    `${ms(large.p95)} bij ${ms(small.p95)}`,
  );
}
{
  const { hover, completion } = await questions(SERVER, quick ? 200 : 1000);
  add('uitleg bij een woord in 1 MB, p95', hover, 'ms', 2);
  add('aanvullen in 1 MB, p95', completion, 'ms', 5);
  const { p95, found } = await references(SERVER, 200, quick ? 20 : 100);
  add('verwijzingen over 200 bestanden, p95', p95, 'ms', 20, `${found} plaatsen`);
}
{
  const { node, initialize, findings } = await starts(SERVER, SAMPLE, quick ? 7 : 21);
  add(
    'server: van start tot antwoord op initialize',
    initialize / node,
    '×',
    2,
    `${ms(initialize)} bij ${ms(node)} voor node -e 0`,
  );
  add('server: van start tot meldingen van het voorbeeld', findings / node, '×', 3, ms(findings));
}
{
  const edits = quick ? 5000 : 100_000;
  const { bare, open, after1000, after } = await memory(SERVER, edits);
  const megabytes = (n) => `${(n / 2 ** 20).toFixed(0)} MB`;
  if (bare && open) {
    add(
      'geheugen met 1 MB open',
      open / bare,
      '×',
      1.8,
      `${megabytes(open)} bij ${megabytes(bare)} voor een kale node`,
    );
    add(
      `geheugen na ${edits.toLocaleString('nl-NL')} wijzigingen`,
      after / after1000,
      '×',
      1.1,
      `${megabytes(after)} bij ${megabytes(after1000)} na 1.000`,
    );
  }
}
{
  const folder = values.corpus ?? programmes();
  const files = readdirSync(folder).filter((name) => name.endsWith('.md'));
  const size = files.reduce((sum, name) => sum + statSync(join(folder, name)).size, 0);
  const { node, check } = commandLine(CLI, folder, quick ? 5 : 15);
  add(`opdrachtregel: ${files.length} programma’s, ${(size / 1e6).toFixed(1)} MB`, check / node, '×', 4, ms(check));
  if (!values.corpus) rmSync(folder, { recursive: true });
}
{
  const vsix = join(mkdtempSync(join(tmpdir(), 'opgavenwijzer-bench-')), 'opgavenwijzer.vsix');
  runNode(['scripts/package.mjs', '--no-build', '--out', vsix]);
  add('VSIX', statSync(vsix).size / 1024, 'KB', 1536);
  rmSync(dirname(vsix), { recursive: true });
  const zipped = (name) => gzipSync(readFileSync(`dist/${name}`), { level: 9 }).length / 1024;
  const worker = ['browser/server.js', 'core.js', 'lsp.js', 'yaml.js', 'study.js', 'study.txt'].reduce(
    (sum, name) => sum + zipped(name),
    0,
  );
  add('server in de browser, gezipt', worker, 'KB', 400);
  add('extensie in de browser, gezipt', zipped('client.js'), 'KB');
}

const machine = `${cpus()[0]?.model.trim() ?? process.arch}, ${cpus().length} kernen, Node ${process.version}, ${process.platform}`;
console.log(`\n${machine}`);
if (values.markdown) console.log(`\n${markdownTable(rows)}`);
mkdirSync(dirname(values.out), { recursive: true });
writeFileSync(values.out, `${JSON.stringify({ machine, date: new Date().toISOString(), quick, rows }, null, 1)}\n`);

/** As many programmes as a region has, made here. */
function programmes() {
  const folder = mkdtempSync(join(tmpdir(), 'opgavenwijzer-bench-'));
  for (let i = 0; i < 21; i++) writeFileSync(join(folder, `programma-${i}.md`), prose(80_000, 50 + i));
  return folder;
}

function runNode(args) {
  const { status } = spawnSync(process.execPath, args, { stdio: ['ignore', 'ignore', 'inherit'] });
  if (status !== 0) process.exit(status ?? 1);
}
