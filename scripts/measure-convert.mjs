// Measures what becomes of PDFs: `node scripts/measure-convert.mjs --pdf FOLDER [--texts FOLDER]`.
// Words: how many of those that pdftotext (Debian: poppler-utils) finds are in our Markdown, and how often one is there more
// often than there. Running heads, page numbers and tables of contents are taken out of what pdftotext gives.
// States: for how many opgaven the Markdown has the same state as the careful Markdown of the same name in --texts.
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import esbuild from 'esbuild';

const root = fileURLToPath(new URL('..', import.meta.url));
const { values: options } = parseArgs({ options: { pdf: { type: 'string' }, texts: { type: 'string' } } });
if (!options.pdf) throw new Error('Say where the PDFs are: --pdf FOLDER');

const out = join(root, 'out/measure-convert');
await mkdir(out, { recursive: true });
const convert = await converter();
for (const name of (await readdir(options.pdf)).filter((file) => file.endsWith('.pdf')).sort()) {
  const file = join(options.pdf, name);
  const start = performance.now();
  const { markdown } = await convert(new Uint8Array(await readFile(file)), 'pdf');
  const took = Math.round(performance.now() - start);
  const made = join(out, `${basename(name, '.pdf')}.md`);
  await writeFile(made, markdown);
  const { total, missing, surplus } = compareWords(printed(file), markdown);
  const careful = options.texts && join(options.texts, `${basename(name, '.pdf')}.md`);
  const same = careful && existsSync(careful) ? sameStates(made, careful) : '';
  console.log(
    `${name}: ${took} ms, ${total} words, ${(100 * (1 - missing.length / total)).toFixed(2)} % found, ${surplus} more than there; ${same}`,
  );
  console.log(`  missing: ${missing.slice(0, 20).join(' ')}`);
}

async function converter() {
  const outfile = join(out, 'convert.mjs');
  await esbuild.build({
    absWorkingDir: root,
    entryPoints: ['server/src/convert/convert.ts'],
    bundle: true,
    platform: 'node',
    format: 'esm',
    outfile,
    logLevel: 'error',
  });
  return (await import(pathToFileURL(outfile).href)).convert;
}

/** What pdftotext makes of the pages, without running heads and feet and the pages of a table of contents. */
function printed(file) {
  const text = execFileSync('pdftotext', [file, '-'], { encoding: 'utf8', maxBuffer: 1e9 });
  const pages = text.split('\f').map((page) => page.split('\n').filter((line) => line.trim()));
  const key = (line) => fold(line).replace(/\d+/g, '#').trim();
  const atEdge = (at, { length }) => at < 4 || at >= length - 4;
  const counts = new Map();
  for (const page of pages) {
    const edges = new Set(page.filter((_, at) => atEdge(at, page)).map(key));
    for (const edge of edges) counts.set(edge, (counts.get(edge) ?? 0) + 1);
  }
  let inContents = false;
  return pages
    .map((page) => page.filter((line, at) => !(atEdge(at, page) && counts.get(key(line)) >= 3)))
    .filter((page) => {
      const titled = page.some((line) => /^(?:inhoud(?:sopgave)?|index)\W*$/i.test(line.trim()));
      const numbered = page.filter((line) => /(?:^|\s|\.)\d{1,3}$/.test(line.trim())).length;
      inContents = titled || (inContents && numbered >= 0.3 * page.length);
      return !inContents;
    })
    .map((page) => page.join('\n'))
    .join('\n');
}

function fold(text) {
  return text.normalize('NFKC').replaceAll('\u00ad', '').toLowerCase();
}

/** Each word as often as it is there; two halves at the end of a line count as found when the whole word is there. */
function compareWords(expected, markdown) {
  const ours = new Map();
  for (const [word] of fold(markdown).matchAll(/[\p{L}\p{N}]+/gu)) ours.set(word, (ours.get(word) ?? 0) + 1);
  const take = (word) => {
    const left = ours.get(word) ?? 0;
    if (left > 0) ours.set(word, left - 1);
    return left > 0;
  };
  let total = 0;
  const missing = [];
  for (const [, word, rest] of fold(expected).matchAll(/([\p{L}\p{N}]+)(?:[-‐]\n+([\p{L}\p{N}]+))?/gu)) {
    total += rest === undefined ? 1 : 2;
    if (rest !== undefined && take(word + rest)) continue;
    for (const part of rest === undefined ? [word] : [word, rest]) if (!take(part)) missing.push(part);
  }
  return { total, missing, surplus: [...ours.values()].reduce((sum, left) => sum + left, 0) };
}

function sameStates(made, careful) {
  const [ours, theirs] = [made, careful].map(statesOf);
  const other = theirs.filter(({ opgave, state }) => ours.find((one) => one.opgave === opgave)?.state !== state);
  const list = other.map(({ opgave, state }) => {
    return `${opgave} (${state} → ${ours.find((one) => one.opgave === opgave)?.state})`;
  });
  return `${theirs.length - other.length} of ${theirs.length} states equal${list.length > 0 ? `: ${list.join(', ')}` : ''}`;
}

function statesOf(file) {
  const run = (args) => execFileSync(process.execPath, args, { encoding: 'utf8', maxBuffer: 1e9 });
  try {
    return JSON.parse(run([join(root, 'dist/cli.js'), 'analyse', file])).coverage;
  } catch (cause) {
    // 1 says that something was found.
    if (cause?.status === 1) return JSON.parse(cause.stdout).coverage;
    throw cause;
  }
}
