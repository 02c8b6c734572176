/**
 * `npm run bench [-- --corpus MAP] [--quick] [--out FILE]`: measures what a user waits for, in fresh processes, beside things that are
 * measured in the same run; prints a table in Markdown and writes JSON.
 *
 * --corpus  a folder of real programmes: what is waited for with those, below the same with made-up ones
 * --quick   fewer rounds and edits, and nothing of others: to see whether something became slow
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { gzipSync } from 'node:zlib';
import { npmCall } from '../scripts/npm.mjs';
import { inTurn, median, p95, timedRun } from './measure.mjs';
import { anywhere, bareMemory, keystrokes, memoryAfter, memoryOpen, questions, references } from './session.mjs';
import { bareNode, extensionLoad, firstFindings, opening, untilInitialized, wordPass } from './start.mjs';
import { markdownTable, shownRow } from './table.mjs';
import { Texts } from './texts.mjs';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const { values } = parseArgs({
  options: {
    corpus: { type: 'string' },
    quick: { type: 'boolean', default: false },
    'no-build': { type: 'boolean', default: false },
    out: { type: 'string', default: 'out/bench.json' },
  },
});
const { corpus, quick } = values;
const others = quick ? [] : ['markdown-it', 'markdownlint', 'cspell', 'textlint'];
const rounds = quick ? 3 : 7;
const SERVER = join(ROOT, 'dist/server.js');
const CLI = join(ROOT, 'dist/cli.js');

if (!values['no-build']) runNode([join(ROOT, 'scripts/build.mjs')]);
if (!quick && !existsSync(join(ROOT, 'bench/node_modules/markdown-it'))) {
  console.error('Installeren waarmee vergeleken wordt …');
  const { command, args, shell } = npmCall(['ci', '--prefix', join(ROOT, 'bench'), '--no-audit', '--no-fund']);
  spawnSync(command, args, { stdio: ['ignore', 'ignore', 'inherit'], shell });
}

/** @type {{what: string, value: number, unit: string, limit?: number, note?: string}[]} */
const rows = [];
const add = (what, value, unit, limit, note) => {
  const row = { what, value, unit, ...(limit === undefined ? {} : { limit }), ...(note ? { note } : {}) };
  rows.push(row);
  console.log(shownRow(row));
};
const ms = (n) => `${n.toFixed(n < 100 ? 1 : 0)} ms`;
const mb = (n) => `${(n / 2 ** 20).toFixed(0)} MB`;
const sum = (numbers) => numbers.reduce((a, b) => a + b, 0);
const spread = (samples) => `${ms(median(samples))}, p95 ${ms(p95(samples))}`;

const scratch = mkdtempSync(join(tmpdir(), 'opgavenwijzer-bench-'));
const texts = new Texts([join(ROOT, 'test/corpus')]);
await whatIsCalledFirst(texts, '');
if (corpus) await whatIsCalledFirst(new Texts([corpus]), ' (uw map)');
await whileTyping();
await longBlocks();
await whenAsked();
await besideAnOwnStudy();
await memory();
await sizes();
rmSync(scratch, { recursive: true });

const machine = `${cpus()[0]?.model.trim() ?? process.arch}, ${cpus().length} kernen, Node ${process.version}, ${process.platform}`;
console.log(`\n${markdownTable(rows)}\n\n${machine}`);
mkdirSync(dirname(values.out), { recursive: true });
writeFileSync(values.out, `${JSON.stringify({ machine, date: new Date().toISOString(), quick, rows }, null, 1)}\n`);

/** Each time in a fresh process. @param {Texts} texts @param {string} of which texts they are */
async function whatIsCalledFirst(texts, of) {
  const [short, usual, long, book] = [1e4, 7e4, 2.1e5, 1e6].map((size) => texts.prose(size));
  const write = (name, text) => {
    const file = join(scratch, name);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
    return file;
  };
  const one = write('programma.md', usual);
  const folder = join(scratch, 'programmas');
  const all = texts.programmes();
  for (const [i, text] of all.entries()) write(`programmas/programma-${i}.md`, text);
  const check = (path) => () => timedRun(CLI, 'check', path, '--format', 'json');
  const other = (name) => join(ROOT, 'bench', name);
  const took = await inTurn(
    {
      node: bareNode,
      initialized: () => untilInitialized(SERVER),
      short: () => firstFindings(SERVER, short),
      usual: () => firstFindings(SERVER, usual),
      long: () => firstFindings(SERVER, long),
      words: () => wordPass(book),
      book: () => opening(SERVER, book),
      one: check(one),
      all: check(folder),
      ...Object.fromEntries(others.map((name) => [name, () => timedRun(other('others.mjs'), name, one)])),
    },
    rounds,
  );
  rmSync(folder, { recursive: true });
  const node = median(took.node);
  const beside = (name) => median(took[name]) / node;
  add(`\`node -e 0\`${of}`, node, 'ms', undefined, `p95 ${ms(p95(took.node))}`);
  add(
    `server: van start tot antwoord op initialize${of}`,
    beside('initialized'),
    '× node',
    2,
    spread(took.initialized),
  );
  add(`server: van start tot eerste meldingen, 10 KB${of}`, beside('short'), '× node', undefined, spread(took.short));
  add(`server: van start tot eerste meldingen, 70 KB${of}`, beside('usual'), '× node', 4, spread(took.usual));
  add(`server: van start tot eerste meldingen, 210 KB${of}`, beside('long'), '× node', 6, spread(took.long));
  add(`één gang van /\\p{L}+/gu over 1 MB${of}`, median(took.words), 'ms', undefined, `p95 ${ms(p95(took.words))}`);
  const books = median(took.book) / median(took.words);
  add(`verse server: 1 MB openen tot meldingen${of}`, books, '× gang', 20, spread(took.book));
  add(`check van één programma, 70 KB${of}`, beside('one'), '× node', 4, spread(took.one));
  for (const name of others) add(`  ter vergelijking: ${name}`, beside(name), '× node', undefined, spread(took[name]));
  const size = `${(sum(all.map(({ length }) => length)) / 1e6).toFixed(1).replace('.', ',')} MB`;
  add(`check van ${all.length} programma’s, ${size}${of}`, beside('all'), '× node', 9, spread(took.all));
}

/** Keys in fresh servers: those right after opening apart from the later ones. */
async function whileTyping() {
  const later = quick ? 60 : 150;
  const found = {};
  for (const [name, size] of [
    ['100 KB', 1e5],
    ['1 MB', 1e6],
    ['10 MB', 1e7],
  ]) {
    // biome-ignore format: a table
    const text = texts.prose(size, 3);
    const first = [];
    const rest = [];
    for (let round = 0; round < rounds; round++) {
      const keys = await keystrokes(SERVER, text, later, 11 + round);
      first.push(...keys.first);
      rest.push(...keys.later);
    }
    found[name] = p95([...first, ...rest]);
    const limit = name === '10 MB' ? undefined : 8;
    add(`toetsaanslag bij ${name}, eerste twintig, p95`, p95(first), 'ms', limit, `middelste ${ms(median(first))}`);
    add(`toetsaanslag bij ${name}, daarna, p95`, p95(rest), 'ms', limit, `middelste ${ms(median(rest))}`);
  }
  const most = Math.max(found['100 KB'], found['1 MB']);
  add('toetsaanslag bij 10 MB tegen 100 KB of 1 MB, p95', found['10 MB'] / most, '×', 1.5);
}

/** One block of 300 KB beside prose of that size: opening it, and a key in it. */
async function longBlocks() {
  const later = 60;
  const measured = async (text, type) => {
    const took = [];
    for (let round = 0; round < rounds; round++) took.push(await keystrokes(SERVER, text, later, 21 + round, type));
    return { opening: median(took.map(({ opening }) => opening)), key: median(took.flatMap(({ later }) => later)) };
  };
  const known = new Map();
  for (const [name, text] of Object.entries(texts.blocks(3e5))) {
    // A table of so many rows is less than 300 KB: the prose beside it as well.
    if (!known.has(text.length)) known.set(text.length, await measured(texts.prose(text.length, 7)));
    const prose = known.get(text.length);
    const block = await measured(text, anywhere);
    const kb = Math.round(text.length / 1000);
    add(
      `${name}, ${kb} KB: openen`,
      block.opening / prose.opening,
      '× proza',
      3,
      `${ms(block.opening)} bij ${ms(prose.opening)}`,
    );
    add(
      `${name}, ${kb} KB: toetsaanslag`,
      block.key / prose.key,
      '× proza',
      3,
      `${ms(block.key)} bij ${ms(prose.key)}`,
    );
  }
}

async function whenAsked() {
  const text = texts.prose(1e6, 4);
  const hovers = [];
  const completions = [];
  for (let round = 0; round < rounds; round++) {
    const { hover, completion } = await questions(SERVER, text, quick ? 50 : 150, 5 + round);
    hovers.push(...hover);
    completions.push(...completion);
  }
  add('uitleg bij een woord in 1 MB, p95', p95(hovers), 'ms', 3, `middelste ${ms(median(hovers))}`);
  add('aanvullen in 1 MB, p95', p95(completions), 'ms', 5, `middelste ${ms(median(completions))}`);
  const { times, found, keys } = await references(SERVER, texts, 200, quick ? 20 : 100);
  add('verwijzingen over 200 bestanden, p95', p95(times), 'ms', 20, `${found} plaatsen`);
  add(
    'toetsaanslag in een programma van 200 bestanden, p95',
    p95(keys),
    'ms',
    undefined,
    `middelste ${ms(median(keys))}`,
  );
}

/** What a check costs with a study of 200 opgaven beside the one that comes along, drawn from other pages than the text. */
async function besideAnOwnStudy() {
  const folder = join(scratch, 'eigen');
  mkdirSync(folder);
  const source = join(folder, 'bron.md');
  writeFileSync(source, new Texts([join(ROOT, 'test/corpus/opgaven')]).prose(1e5, 9));
  runNode([CLI, 'studie', 'uit', source, '-o', join(folder, 'studie')]);
  rmSync(source);
  const file = join(folder, 'studie/studie.yaml');
  const [head, ...opgaven] = readFileSync(file, 'utf8').split(/^(?= {6}- title:)/m);
  writeFileSync(file, [head, ...opgaven.slice(0, 200)].join(''));
  for (const [name, size] of [
    ['70 KB', 7e4],
    ['1 MB', 1e6],
  ]) {
    const text = join(folder, 'programma.md');
    writeFileSync(text, texts.prose(size, 4));
    const check = (studies) => () => {
      writeFileSync(join(folder, '.opgavenwijzer.json'), JSON.stringify({ studies }));
      return timedRun(CLI, 'check', text, '--format', 'json');
    };
    const { alone, both } = await inTurn(
      { alone: check(['trendstudie']), both: check(['trendstudie', './studie']) },
      rounds,
    );
    const ratio = median(both) / median(alone);
    add(`check van ${name} naast een eigen studie van 200`, ratio, '× zonder', 1.5, spread(both));
  }
}

async function memory() {
  const text = texts.prose(1e6, 6);
  const samples = await inTurn(
    { bare: () => bareMemory(text), open: () => memoryOpen(SERVER, text) },
    quick ? 1 : rounds,
  );
  const [bare, open] = [median(samples.bare), median(samples.open)];
  if (!bare) return;
  add('geheugen met 1 MB open', open / bare, '×', 1.8, `${mb(open)} bij ${mb(bare)} voor een kale node met die tekst`);
  const edits = quick ? 5000 : 100_000;
  const { after1000, after } = await memoryAfter(SERVER, text, edits);
  add(
    `geheugen na ${edits.toLocaleString('nl-NL')} wijzigingen`,
    after / after1000,
    '×',
    1.1,
    `${mb(after)} bij ${mb(after1000)} na 1.000`,
  );
}

async function sizes() {
  const load = (name) => () => extensionLoad(join(ROOT, 'dist', name));
  const { main, client } = await inTurn({ main: load('main.js'), client: load('client.js') }, rounds);
  const later = `de rest in een eigen beurt: ${ms(median(client))}`;
  add('extensie: code lezen bij het starten van VS Code', median(main), 'ms', 5, later);
  const vsix = join(scratch, 'opgavenwijzer.vsix');
  runNode([join(ROOT, 'scripts/package.mjs'), '--no-build', '--out', vsix]);
  add('VSIX', statSync(vsix).size / 1024, 'KB', 3072);
  const zipped = (name) => gzipSync(readFileSync(join(ROOT, 'dist', name)), { level: 9 }).length / 1024;
  const worker = ['browser/server.js', 'core.js', 'lsp.js', 'yaml.js', 'study.js', 'study.txt'];
  add('server in de browser, gezipt', sum(worker.map(zipped)), 'KB');
  add('extensie in de browser, gezipt', zipped('client.js'), 'KB');
}

function runNode(args) {
  const { status } = spawnSync(process.execPath, args, { stdio: ['ignore', 'ignore', 'inherit'] });
  if (status !== 0) process.exit(status ?? 1);
}
