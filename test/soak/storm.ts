import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'vitest';
import { CancellationTokenSource } from 'vscode-jsonrpc/node';
import { LSPErrorCodes, type Position } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { URI } from 'vscode-uri';
import { Client } from '../lsp/client.js';

/** Pieces that texts and edits are made of: whatever the server reads, whole and broken. */
const PIECES = [
  'In onze stad is het woningtekort groter dan ooit. ',
  'Wij splitsen woningen [@trendstudie:woonruimte-zonder-bijbouwen, p. 61]. ',
  '[@trendstudie:wijkenaanpakk, p. 1]',
  '[@',
  'Het klimaat verandert en de wachtlijsten in de jeugdzorg groeien.\n\n',
  '## Wonen en bouwen 😀\n\n',
  '- Wij bouwen 2.000 woningen voor starters.\n',
  '<!-- opgavenwijzer-disable-next-line opgave-ontbreekt -->\n',
  '<!-- opgavenwijzer-disable-file -->',
  '---\nopgavenwijzer:\n  bewust-niet:\n    stadsrandwijken: Te ver weg.\n---\n',
  '```\n',
  '> ',
  '\n',
  '\r\n',
  '\n\n',
  '😀',
  '\uD83D',
  '\0',
  '[een link](command:iets) <b>',
  '[^1]: Trendstudie, p. 61.\n',
  'x',
];

const URI_REQUESTS = [
  'textDocument/diagnostic',
  'textDocument/documentLink',
  'textDocument/codeLens',
  'opgavenwijzer/dekking',
  'opgavenwijzer/samenvatting',
  'opgavenwijzer/controleer',
] as const;
const POSITION_REQUESTS = [
  'textDocument/hover',
  'textDocument/completion',
  'textDocument/definition',
  'textDocument/references',
  'textDocument/documentHighlight',
  'opgavenwijzer/waaromTeltDit',
] as const;
const METHODS = [
  ...URI_REQUESTS,
  ...POSITION_REQUESTS,
  'textDocument/codeAction',
  'completionItem/resolve',
  'workspace/symbol',
  'workspace/executeCommand',
  'opgavenwijzer/studie',
  'opgavenwijzer/zoek',
  'opgavenwijzer/verwijzing',
  'opgavenwijzer/bewustNiet',
  'opgavenwijzer/verslag',
  'opgavenwijzer/vergelijk',
  'opgavenwijzer/bibliografie',
  'initialize',
  'textDocument/rename',
  '$/onbekend',
  'nergens/van',
];
const NOTIFICATIONS = [
  'textDocument/didOpen',
  'textDocument/didChange',
  'textDocument/didClose',
  'textDocument/didSave',
  'workspace/didChangeConfiguration',
  'workspace/didChangeWatchedFiles',
  '$/cancelRequest',
  '$/setTrace',
  'nergens/van',
];

/** What well-formed requests may be refused with: the client took them back, or the text went on. */
const REFUSALS: readonly number[] = [LSPErrorCodes.RequestCancelled, LSPErrorCodes.ContentModified];

/** Sends `count` random messages to a server and compares it with a fresh one afterwards. The same seed, the same storm. */
export async function storm(seed: number, count: number): Promise<void> {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'opgavenwijzer-storm-')));
  const root = URI.file(folder).toString();
  try {
    mkdirSync(join(folder, 'bijlagen'));
    writeFileSync(join(folder, '.opgavenwijzer.json'), '{ "gemeente": "Zaanstad" }');
    for (const name of ['a.md', 'b.md', 'bijlagen/c.md', 'dicht.md'])
      writeFileSync(join(folder, name), `# ${name}\n\n${PIECES[0]}\n`);
    const uris = [
      ...['a.md', 'b.md', 'bijlagen/c.md', 'nieuw%20stuk.md'].map((name) => `${root}/${name}`),
      'file:///elders/alleen.md',
      'untitled:Untitled-1',
    ];
    const server = await Client.start({ rootUri: root });
    const weather = new Weather(server, seed, uris);
    for (let sent = 0; sent < count; sent++) {
      weather.blow();
      // An editor does not outrun its server without end either.
      if (sent % 50 === 49) await weather.settle();
    }
    await weather.settle();
    expect(server.process.exitCode).toBeNull();

    const fresh = await Client.start({ rootUri: root });
    for (const document of weather.documents.values())
      await fresh.connection.sendNotification('textDocument/didOpen', {
        textDocument: {
          uri: document.uri,
          languageId: 'markdown',
          version: document.version,
          text: document.getText(),
        },
      });
    for (const document of weather.documents.values())
      expect(await everythingOn(server, document), document.uri).toEqual(await everythingOn(fresh, document));
    expect([await server.stop(), await fresh.stop()]).toEqual([0, 0]);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** All that a server says of a document. */
async function everythingOn(server: Client, document: TextDocument): Promise<unknown> {
  const textDocument = { uri: document.uri };
  // Findings on a line that is being typed are kept back until someone asks.
  await server.ask('opgavenwijzer/controleer', textDocument);
  const hovers: unknown[] = [];
  const { length } = document.getText();
  for (let at = 0; at < length; at += Math.max(1, Math.floor(length / 10)))
    hovers.push(await server.hover(document.uri, document.positionAt(at)));
  return {
    findings: await server.pull(document.uri),
    links: await server.ask('textDocument/documentLink', { textDocument }),
    lenses: await server.ask('textDocument/codeLens', { textDocument }),
    coverage: await server.ask('opgavenwijzer/dekking', textDocument),
    hovers,
  };
}

class Weather {
  /** The documents that the server has open, as it should have them. */
  readonly documents = new Map<string, TextDocument>();
  private readonly random: () => number;
  private pending: Promise<void>[] = [];

  constructor(
    private readonly server: Client,
    seed: number,
    private readonly uris: readonly string[],
  ) {
    this.random = mulberry32(seed);
  }

  /** Sends one message. */
  blow(): void {
    const dice = this.random();
    if (dice < 0.42) this.edit();
    else if (dice < 0.5) this.openOrClose();
    else if (dice < 0.82) this.ask();
    else if (dice < 0.92) this.askNonsense();
    else this.tellNonsense();
  }

  /** Waits until every request was answered. */
  async settle(): Promise<void> {
    const answers = this.pending;
    this.pending = [];
    await Promise.all(answers);
  }

  private below(count: number): number {
    return Math.floor(this.random() * count);
  }

  private pick<T>(choices: readonly T[]): T {
    return choices[this.below(choices.length)]!;
  }

  private text(most: number): string {
    return Array.from({ length: this.below(most) }, () => this.pick(PIECES)).join('');
  }

  private tell(method: string, params: unknown): void {
    void this.server.connection.sendNotification(method, params);
  }

  private edit(): void {
    const uri = this.pick(this.uris);
    const document = this.documents.get(uri);
    // Versions should rise; a client that does not care is kept up with as well.
    const version = this.random() < 0.05 ? this.below(20) - 5 : (document?.version ?? 0) + 1;
    const contentChanges =
      this.random() < 0.02 || (document?.getText().length ?? 0) > 6000
        ? [{ text: this.text(12) }]
        : Array.from({ length: 1 + this.below(3) }, () => ({
            range: { start: this.position(document), end: this.position(document) },
            text: this.text(3),
          }));
    this.tell('textDocument/didChange', { textDocument: { uri, version }, contentChanges });
    if (document) TextDocument.update(document, contentChanges, version);
  }

  /** A place in a document, or beside it. */
  private position(document: TextDocument | undefined): Position {
    if (!document || this.random() < 0.05) return { line: this.below(1e6) - 100, character: this.below(1e6) - 100 };
    return document.positionAt(this.below(document.getText().length + 1));
  }

  private openOrClose(): void {
    const uri = this.pick(this.uris);
    if (this.documents.has(uri) && this.random() < 0.5) {
      this.tell('textDocument/didClose', { textDocument: { uri } });
      this.documents.delete(uri);
      return;
    }
    const [text, version] = [this.text(12), this.below(5)];
    this.tell('textDocument/didOpen', { textDocument: { uri, languageId: 'markdown', version, text } });
    this.documents.set(uri, TextDocument.create(uri, 'markdown', version, text));
  }

  private ask(): void {
    const uri = this.random() < 0.1 ? 'file:///nergens.md' : this.pick(this.uris);
    const position = this.position(this.documents.get(uri));
    const [method, params] =
      this.random() < 0.5
        ? [this.pick(URI_REQUESTS), { uri, textDocument: { uri } }]
        : [
            this.pick(POSITION_REQUESTS),
            { uri, textDocument: { uri }, position, context: { includeDeclaration: true } },
          ];
    this.expectAnswer(method, params, (code, message) => expect(REFUSALS, `${method}: ${message}`).toContain(code));
  }

  private askNonsense(): void {
    this.expectAnswer(this.pick(METHODS), this.nonsense(), (code) => expect(code).toBeTypeOf('number'));
  }

  /** Sends a request, perhaps takes it back, and sees to it that it is answered. */
  private expectAnswer(method: string, params: unknown, refused: (code: number, message: string) => void): void {
    const source = new CancellationTokenSource();
    const answer = this.server.connection.sendRequest(method, params, source.token).then(
      () => undefined,
      (error: Error & { code: number }) => refused(error.code, error.message),
    );
    this.pending.push(answer);
    const dice = this.random();
    if (dice < 0.1) source.cancel();
    else if (dice < 0.2) setImmediate(() => source.cancel());
  }

  private tellNonsense(): void {
    this.tell(this.pick(NOTIFICATIONS), this.nonsense());
  }

  /** Parameters that no client should send, and nothing in them that names an open document for an edit. */
  private nonsense(): unknown {
    const value = (depth: number): unknown =>
      this.pick<() => unknown>([
        () => null,
        () => -1,
        () => 0.5,
        () => 1e12,
        () => '',
        () => 'file:///ruis.md',
        () => 'trendstudie:wijkenaanpak',
        () => true,
        () => [],
        () => (depth > 2 ? {} : [value(depth + 1), value(depth + 1)]),
        () => (depth > 2 ? {} : object(depth + 1)),
        () => (depth > 2 ? {} : object(depth + 1)),
      ])();
    const object = (depth: number): Record<string, unknown> => {
      const keys = ['uri', 'textDocument', 'position', 'range', 'line', 'version', 'text', 'contentChanges', 'context'];
      keys.push('query', 'id', 'format', 'uris', 'opgave', 'changes', 'settings', 'data', 'kind', 'diagnostics');
      return Object.fromEntries(Array.from({ length: this.below(5) }, () => [this.pick(keys), value(depth)]));
    };
    return this.random() < 0.7
      ? { textDocument: { uri: 'file:///ruis.md', version: 1 }, ...object(0) }
      : [object(0)][this.below(2)];
  }
}

/** A small generator of random numbers from 0 to 1: the same seed, the same numbers. */
function mulberry32(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}
