/** The real server over its pipe: keystrokes, questions, memory. */
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Client, residentMemory } from './client.mjs';
import { random } from './texts.mjs';

const URI = 'file:///bench/programma.md';

/** A text as lines, changed as an editor would. */
class Lines {
  constructor(text) {
    this.lines = text.split('\n');
  }

  /** A place inside a word of a line of some length. */
  placeInWord(next, isMeant) {
    for (;;) {
      const line = Math.floor(next() * this.lines.length);
      const text = this.lines[line];
      if (text.length < 40 || !isMeant(text)) continue;
      const character = 1 + Math.floor(next() * (text.length - 2));
      if (/^[a-z]{2}$/.test(text.slice(character - 1, character + 1))) return { line, character };
    }
  }

  /** Types a letter or takes one away; what it changed, as LSP says it. */
  keystroke(next, isMeant = isParagraph) {
    const start = this.placeInWord(next, isMeant);
    const removes = next() < 0.4;
    const end = removes ? { ...start, character: start.character + 1 } : start;
    const text = removes ? '' : 'aeinrst'[Math.floor(next() * 7)];
    const before = this.lines[start.line];
    this.lines[start.line] = before.slice(0, start.character) + text + before.slice(end.character);
    return { range: { start, end }, text };
  }
}

const isParagraph = (line) => /^[A-Z“]/.test(line);

/**
 * Milliseconds from each change to the findings that belong to it, in a fresh server, for a client that asks for them as VS
 * Code does; the first that are typed after opening apart.
 * @param {(lines: Lines, next: () => number) => {range: object, text: string}} [type]
 */
export async function keystrokes(server, text, later, seed, type = (lines, next) => lines.keystroke(next)) {
  const client = new Client(server);
  await client.initialize(null, {
    textDocument: { diagnostic: {} },
    workspace: { diagnostics: { refreshSupport: true } },
  });
  const lines = new Lines(text);
  const opened = performance.now();
  let known = await client.openAndAsk(URI, text);
  const opening = performance.now() - opened;
  const next = random(seed);
  const times = [];
  for (let version = 2; version < FIRST + later + 2; version++) {
    const { range, text } = type(lines, next);
    const start = performance.now();
    client.change(URI, version, range, text);
    known = await client.ask(URI, known);
    times.push(performance.now() - start);
  }
  client.stop();
  return { opening, first: times.slice(0, FIRST), later: times.slice(FIRST) };
}

/** So many keystrokes are the first. */
const FIRST = 20;

/** Types somewhere in a text, whatever Markdown makes of the place. */
export const anywhere = (lines, next) => lines.keystroke(next, () => true);

/** Hovers and completions in a document, in a fresh server. */
export async function questions(server, prose, count, seed) {
  const client = new Client(server);
  await client.initialize();
  const text = `${prose}\nZie ook [@woonr`;
  await client.open(URI, text);
  const lines = text.split('\n');
  const next = random(seed);
  const document = { textDocument: { uri: URI } };
  const hover = async () => {
    const line = Math.floor(next() * lines.length);
    const position = { line, character: Math.floor(next() * (lines[line].length + 1)) };
    return client.request('textDocument/hover', { ...document, position });
  };
  const end = { line: lines.length - 1, character: lines.at(-1).length };
  const completion = () => client.request('textDocument/completion', { ...document, position: end });
  const result = { hover: await many(hover, count), completion: await many(completion, count) };
  client.stop();
  return result;
}

async function many(question, count) {
  const times = [];
  for (let i = 0; i < count; i++) {
    const start = performance.now();
    await question();
    times.push(performance.now() - start);
  }
  return times;
}

/** Places in a programme of so many files where an entry is spoken of, and keys in one of them. */
export async function references(server, texts, files, count) {
  const folder = mkdtempSync(join(tmpdir(), 'opgavenwijzer-bench-'));
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, '.opgavenwijzer.json'), '{}');
  for (let i = 0; i < files; i++) writeFileSync(join(folder, `deel-${i}.md`), texts.prose(8000, 100 + i));
  const client = new Client(server);
  const root = pathToFileURL(folder).href;
  await client.initialize(root);
  const uri = `${root}/deel-0.md`;
  const text = `Wij kiezen ervoor [@trendstudie:wijkenaanpak, p. 62].\n\n${texts.prose(8000, 100)}`;
  await client.open(uri, text);
  const question = () =>
    client.request('textDocument/references', {
      textDocument: { uri },
      position: { line: 0, character: 35 },
      context: { includeDeclaration: true },
    });
  const found = (await question()).length;
  const times = await many(question, count);
  let version = 1;
  const place = { line: 0, character: 3 };
  const key = () => {
    const known = client.findings(uri, ++version);
    client.change(uri, version, { start: place, end: place }, 'aeinrst'[version % 7]);
    return known;
  };
  const keys = await many(key, count);
  client.stop();
  rmSync(folder, { recursive: true });
  return { times, found, keys };
}

/** Resident memory with a document open, in a fresh server. */
export async function memoryOpen(server, text) {
  const client = await withOpen(server, text);
  const memory = await settled(client);
  client.stop();
  return memory;
}

async function withOpen(server, text) {
  const client = new Client(server);
  await client.initialize();
  await client.open(URI, text);
  await client.request('textDocument/hover', { textDocument: { uri: URI }, position: { line: 0, character: 3 } });
  return client;
}

/** Resident memory after 1,000 edits, and after `edits`. Nothing asks the machinery to tidy up. */
export async function memoryAfter(server, text, edits) {
  const client = await withOpen(server, text);
  const lines = new Lines(text);
  const next = random(9);
  let version = 1;
  const edit = async (count) => {
    for (let i = 0; i < count; i++) {
      const { range, text } = lines.keystroke(next);
      client.change(URI, ++version, range, text);
      // Not faster than the server can follow.
      if (i % 100 === 99) await client.findings(URI, version);
    }
  };
  await edit(1000);
  const after1000 = await settled(client);
  await edit(edits - 1000);
  const after = await settled(client);
  client.stop();
  return { after1000, after };
}

async function settled(client) {
  await new Promise((resolve) => setTimeout(resolve, 1500));
  return client.memory();
}

/** What Node takes that does nothing but hold a text. */
export function bareMemory(text) {
  const file = join(mkdtempSync(join(tmpdir(), 'opgavenwijzer-bench-')), 'text.md');
  writeFileSync(file, text);
  const program = `globalThis.text = require('fs').readFileSync(${JSON.stringify(file)}, 'utf8'); setInterval(() => {}, 1e6); console.log('ready')`;
  const bare = spawn(process.execPath, ['-e', program], { stdio: ['ignore', 'pipe', 'inherit'] });
  return new Promise((resolve) => {
    bare.stdout.once('data', () =>
      setTimeout(() => {
        const memory = residentMemory(bare.pid);
        bare.kill();
        rmSync(file);
        resolve(memory);
      }, 1500),
    );
  });
}
