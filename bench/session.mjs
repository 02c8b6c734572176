/** The real server over its pipe: keystrokes, questions, memory. */
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Client, residentMemory } from './client.mjs';
import { quantile } from './measure.mjs';
import { prose, random } from './prose.mjs';

const URI = 'file:///bench/programma.md';

/** A text as lines, changed as an editor would. */
class Lines {
  constructor(text) {
    this.lines = text.split('\n');
  }

  /** A place inside a word of a paragraph. */
  placeInParagraph(next) {
    for (;;) {
      const line = Math.floor(next() * this.lines.length);
      const text = this.lines[line];
      if (text.length < 40 || !/^[A-Z“]/.test(text)) continue;
      const character = 1 + Math.floor(next() * (text.length - 2));
      if (/^[a-z]{2}$/.test(text.slice(character - 1, character + 1))) return { line, character };
    }
  }

  /** Types a letter or takes one away; what it changed, as LSP says it. */
  keystroke(next) {
    const start = this.placeInParagraph(next);
    const removes = next() < 0.4;
    const end = removes ? { ...start, character: start.character + 1 } : start;
    const text = removes ? '' : 'aeinrst'[Math.floor(next() * 7)];
    const before = this.lines[start.line];
    this.lines[start.line] = before.slice(0, start.character) + text + before.slice(end.character);
    return { range: { start, end }, text };
  }
}

/** Milliseconds from a change to the findings that belong to it, for a client that asks for them, as VS Code does. */
export async function keystrokes(server, size, count) {
  const client = new Client(server);
  await client.initialize(null, {
    textDocument: { diagnostic: {} },
    workspace: { diagnostics: { refreshSupport: true } },
  });
  const text = prose(size, 3);
  const lines = new Lines(text);
  let known = await client.openAndAsk(URI, text);
  const next = random(11);
  const times = [];
  for (let version = 2; version < count + 52; version++) {
    const { range, text } = lines.keystroke(next);
    const start = performance.now();
    client.change(URI, version, range, text);
    known = await client.ask(URI, known);
    if (version >= 52) times.push(performance.now() - start);
  }
  client.stop();
  return { p50: quantile(times, 0.5), p95: quantile(times, 0.95) };
}

/** Hovers and completions in a document of 1 MB. */
export async function questions(server, count) {
  const client = new Client(server);
  await client.initialize();
  const text = `${prose(1e6, 4)}\nZie ook [@woonr`;
  await client.open(URI, text);
  const lines = text.split('\n');
  const next = random(5);
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
  for (let i = 0; i < 50; i++) await question();
  const times = [];
  for (let i = 0; i < count; i++) {
    const start = performance.now();
    await question();
    times.push(performance.now() - start);
  }
  return quantile(times, 0.95);
}

/** Places in a programme of so many files where an entry is spoken of. */
export async function references(server, files, count) {
  const folder = mkdtempSync(join(tmpdir(), 'opgavenwijzer-bench-'));
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, '.opgavenwijzer.json'), '{}');
  for (let i = 0; i < files; i++) writeFileSync(join(folder, `deel-${i}.md`), prose(8000, 100 + i));
  const client = new Client(server);
  const root = pathToFileURL(folder).href;
  await client.initialize(root);
  const uri = `${root}/deel-0.md`;
  const text = `Wij kiezen ervoor [@trendstudie:wijkenaanpak, p. 62].\n\n${prose(8000, 100)}`;
  await client.open(uri, text);
  const question = () =>
    client.request('textDocument/references', {
      textDocument: { uri },
      position: { line: 0, character: 35 },
      context: { includeDeclaration: true },
    });
  const found = (await question()).length;
  const p95 = await many(question, count);
  client.stop();
  rmSync(folder, { recursive: true });
  return { p95, found };
}

/** Resident memory with a document of 1 MB open, and after random edits; a bare Node with the same text beside it. */
export async function memory(server, edits) {
  const text = prose(1e6, 6);
  const bare = await bareMemory(text);
  const client = new Client(server);
  await client.initialize();
  const lines = new Lines(text);
  await client.open(URI, text);
  await client.request('textDocument/hover', { textDocument: { uri: URI }, position: { line: 0, character: 3 } });
  const open = await settled(client);
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
  return { bare, open, after1000, after };
}

async function settled(client) {
  await new Promise((resolve) => setTimeout(resolve, 1500));
  return client.memory();
}

/** What Node takes that does nothing but hold a text. */
function bareMemory(text) {
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
