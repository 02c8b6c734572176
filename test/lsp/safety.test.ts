import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  realpathSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import MarkdownIt from 'markdown-it';
import { afterEach, describe, expect, it } from 'vitest';
import type { CodeAction, CodeLens, DocumentLink, Hover } from 'vscode-languageserver';
import { URI } from 'vscode-uri';
import type { Coverage, Explanation, Rendered, StudyPage } from '../../server/src/protocol/requests.js';
import { Client, SERVER, type StartOptions } from './client.js';

/** What someone could put into a text that a colleague opens. */
const LINK = '[klik](command:workbench.action.quit)';
const IMAGE = '<img src=x onerror=alert(1)>';
const HOSTILE = [
  '---',
  'opgavenwijzer:',
  '  bewust-niet:',
  `    stadsrandwijken: '${LINK} ${IMAGE} ![x](https://elders.nl/x.png) \`'`,
  '---',
  `# Wonen ${LINK} ${IMAGE} https://elders.nl`,
  '',
  `In onze ${IMAGE} stad is het woningtekort ${LINK} groter dan ooit.`,
  '',
  `Wij splitsen woningen ${LINK} <b>en</b> [@trendstudie:woonruimte-zonder-bijbouwen, p. 61].`,
  '',
  `[@trendstudie:wijken"><script>alert(1)</script>] [@trendstudie:stadsrandwijken]`,
  '',
].join('\n');
const COMMANDS = ['opgavenwijzer.openStudie', 'opgavenwijzer.bronInvoegen', 'opgavenwijzer.waaromTeltDit'];

const folders: string[] = [];
const clients: Client[] = [];
afterEach(async () => {
  for (const client of clients.splice(0)) expect(await client.stop()).toBe(0);
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

async function start(options: StartOptions): Promise<Client> {
  const client = await Client.start(options);
  clients.push(client);
  return client;
}

function folderWith(files: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'opgavenwijzer-')));
  folders.push(folder);
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
  return folder;
}

const uriOf = (...path: string[]): string => URI.file(join(...path)).toString();

/** Where links and pictures of Markdown lead, and the HTML in it; rendered as an editor does that allows everything. */
function liveIn(markdown: string): string[] {
  const html = new MarkdownIt({ html: true, linkify: true }).render(markdown);
  const targets = [...html.matchAll(/(?:href|src)="([^"]*)"/g)].map(([, target]) => target!.split('?')[0]!);
  const tags = [...html.matchAll(/<(img|script|iframe|b)\b/g)].map(([tag]) => tag);
  return [
    ...targets.filter(
      (target) => !/^(?:command:opgavenwijzer\.|opgavenwijzer-studie:|#|[^:/]+\.md(?:#|$))/.test(target),
    ),
    ...tags,
  ];
}

describe('a text from someone else', () => {
  it('stays text in every hover, explanation and page', async () => {
    const client = await start({ commands: COMMANDS });
    const uri = `file:///map/${encodeURIComponent(`${LINK}<b>`)}.md`;
    await client.open(uri, HOSTILE);
    const shown: string[] = [];
    for (const [line, text] of HOSTILE.split('\n').entries()) {
      for (let character = 0; character < text.length; character += 6) {
        const hover: Hover | null = await client.hover(uri, { line, character });
        if (hover) shown.push((hover.contents as { value: string }).value);
      }
      const why: Explanation | null = await client.ask('opgavenwijzer/waaromTeltDit', {
        uri,
        position: { line, character: 10 },
      });
      if (why) shown.push(why.markdown);
    }
    const page: StudyPage | null = await client.ask('opgavenwijzer/studie', { id: 'ruimte-en-wonen', uri });
    shown.push(page!.markdown);
    for (const scope of ['document', 'programme']) {
      const report: Rendered = await client.ask('opgavenwijzer/verslag', { uri, scope, format: 'md' });
      shown.push(report.content);
    }
    expect(shown.length).toBeGreaterThan(5);
    for (const markdown of shown) expect(liveIn(markdown.replaceAll(`](${uri}`, '](#'))).toEqual([]);
  });

  it('stays text in pages of HTML, which load nothing and run nothing', async () => {
    const client = await start({ commands: COMMANDS });
    const [one, two] = ['file:///een.md', 'file:///twee.md'];
    await client.open(one, HOSTILE);
    await client.open(two, `${HOSTILE}\nMeer.\n`);
    const pages: Rendered[] = [
      await client.ask('opgavenwijzer/verslag', { uri: one, format: 'html' }),
      await client.ask('opgavenwijzer/vergelijk', { uris: [one, two], format: 'html' }),
    ];
    for (const { content } of pages) {
      expect(content).toMatch(
        /<meta http-equiv="Content-Security-Policy" content="default-src &#39;none&#39;; style-src &#39;sha256-/,
      );
      const body = content.slice(content.indexOf('<body>'));
      const live = body.matchAll(
        /<(?:script|img|iframe|object|style|b)\b|<[^>]*\son\w+=|(?:href|src)="(?!#|[^":/]+\.md#)[^"]*/gi,
      );
      expect([...live].map(([found]) => found)).toEqual([]);
    }
    const csv: Rendered = await client.ask('opgavenwijzer/verslag', { uri: one, format: 'csv' });
    // A spreadsheet runs what begins so.
    expect(csv.content).not.toMatch(/(?:^|[;,])"?[=+@]/m);
  });

  it.each([
    'file:///map/javascript:alert(1).md',
    `file:///map/x>)${LINK}.md`,
    'file:///map/x"onmouseover="alert(1).md',
    'file:///map/a b<c>.md',
    'file:///map/\uD83D.md',
    'javascript:alert(1)',
    'data:text/html,<b>x',
    'command:workbench.action.quit',
    'untitled:Untitled-1',
  ])('an address that a client leaves as it is, %j, makes no link of its own in a report', async (uri) => {
    const client = await start({ commands: COMMANDS });
    await client.open(uri, HOSTILE);
    await client.open('file:///map/twee.md', HOSTILE);
    for (const scope of ['document', 'programme']) {
      const asMarkdown: Rendered = await client.ask('opgavenwijzer/verslag', { uri, scope, format: 'md' });
      expect(liveIn(asMarkdown.content)).toEqual([]);
    }
    const side = await client.ask<Rendered>('opgavenwijzer/vergelijk', {
      uris: [uri, 'file:///map/twee.md'],
      format: 'html',
    });
    const page: Rendered = await client.ask('opgavenwijzer/verslag', { uri, format: 'html' });
    for (const { content } of [side, page]) {
      const body = content.slice(content.indexOf('<body>'));
      const targets = [...body.matchAll(/ (?:href|src)="([^"]*)"/g)].map(([, target]) => target!);
      expect(
        targets.filter((target) => !/^(?:#|[^":/<>\s]+\.md#L\d+$|file:\/\/\/map\/[^":<>\s]+#L\d+$)/.test(target)),
      ).toEqual([]);
      expect(body).not.toMatch(/<[^>]*\son\w+=/);
    }
  });

  it('leads nowhere: links, lenses and fixes name commands of this extension only', async () => {
    const settings = { pdf: 'command:workbench.action.quit?%5B%5D' };
    const client = await start({ commands: COMMANDS, settings });
    const uri = 'file:///een.md';
    await client.open(uri, HOSTILE);
    const textDocument = { uri };
    const links: DocumentLink[] = await client.ask('textDocument/documentLink', { textDocument });
    expect(links.length).toBeGreaterThan(0);
    for (const { target } of links) expect(target).toMatch(/^opgavenwijzer-studie:/);
    const lenses: CodeLens[] = await client.ask('textDocument/codeLens', { textDocument });
    const actions: CodeAction[] = await client.ask('textDocument/codeAction', {
      textDocument,
      range: { start: { line: 0, character: 0 }, end: { line: 20, character: 0 } },
      context: { diagnostics: [] },
    });
    for (const { command } of [...lenses, ...actions])
      if (command?.command) expect(command.command).toMatch(/^opgavenwijzer\./);
  });

  it('is not changed by a fix that was made for an older version', async () => {
    const client = await start({});
    const uri = 'file:///een.md';
    await client.open(uri, 'Wij kiezen voor de wijken [@trendstudie:wijkenaanpakk].\n');
    await client.change(uri, 7, [{ text: 'Anders. Wij kiezen voor de wijken [@trendstudie:wijkenaanpakk].\n' }]);
    const actions: CodeAction[] = await client.ask('textDocument/codeAction', {
      textDocument: { uri },
      range: { start: { line: 0, character: 0 }, end: { line: 1, character: 0 } },
      context: { diagnostics: [] },
    });
    const edits = actions.flatMap(({ edit }) => (edit ? [edit] : []));
    expect(edits.length).toBeGreaterThan(0);
    // With a version an editor refuses the edit once the text has gone on; a bare list of changes it would apply.
    for (const { changes, documentChanges } of edits) {
      expect(changes).toBeUndefined();
      for (const change of documentChanges!) expect(change).toMatchObject({ textDocument: { uri, version: 7 } });
    }
  });
});

describe('files beside the one that is open', () => {
  const TAKES_UP = 'Wij splitsen woningen [@trendstudie:woonruimte-zonder-bijbouwen].\n';
  const filesRead = async (client: Client, uri: string): Promise<number> => {
    const coverage: Coverage = await client.ask('opgavenwijzer/dekking', { uri, scope: 'programme' });
    return coverage.documents;
  };

  it('outside the workspace are not read because a configuration stands above it', async () => {
    const folder = folderWith({
      '.opgavenwijzer.json': '{ "gemeente": "Zaanstad" }',
      'geheim.md': TAKES_UP,
      'werk/binnen.md': TAKES_UP,
      'werk/open.md': TAKES_UP,
    });
    const client = await start({ rootUri: uriOf(folder, 'werk') });
    const uri = uriOf(folder, 'werk/open.md');
    await client.open(uri, TAKES_UP);
    expect(await filesRead(client, uri)).toBe(2);
    // The same folder opened as a whole is read as a whole.
    const whole = await start({ rootUri: uriOf(folder) });
    await whole.open(uri, TAKES_UP);
    expect(await filesRead(whole, uri)).toBe(3);
  });

  it('outside a folder that joins the workspace later are not read either', async () => {
    const folder = folderWith({
      '.opgavenwijzer.json': '{}',
      'geheim.md': TAKES_UP,
      'werk/binnen.md': TAKES_UP,
      'werk/open.md': TAKES_UP,
    });
    const client = await start({ capabilities: { workspace: { workspaceFolders: true } } });
    const uri = uriOf(folder, 'werk/open.md');
    await client.open(uri, TAKES_UP);
    const joined = { uri: uriOf(folder, 'werk'), name: 'werk' };
    const change = (event: object) =>
      client.connection.sendNotification('workspace/didChangeWorkspaceFolders', { event });
    await change({ added: [joined], removed: [] });
    expect(await filesRead(client, uri)).toBe(2);
    // A document that lies in no folder of the workspace brings its own programme along.
    await change({ added: [], removed: [joined] });
    expect(await filesRead(client, uri)).toBe(3);
  });

  it('with odd names, links in circles, too large or no text are read or left aside, and the log says which', async () => {
    const folder = folderWith({
      '.opgavenwijzer.json': '{}',
      'open.md': TAKES_UP,
      'met spaties.md': TAKES_UP,
      '#1 100% %23.md': TAKES_UP,
      'plan 🏘️.md': TAKES_UP,
      'latijn.md': Buffer.from([0x41, 0xe9, 0x20]),
      'groot.md': '',
    });
    truncateSync(join(folder, 'groot.md'), 17 * 1024 ** 2);
    if (process.platform !== 'win32') {
      symlinkSync('..', join(folder, 'terug'));
      symlinkSync('rond.md', join(folder, 'rond.md'));
      symlinkSync('weg.md', join(folder, 'los.md'));
    }
    const client = await start({ rootUri: uriOf(folder) });
    const uri = uriOf(folder, 'open.md');
    await client.open(uri, TAKES_UP);
    expect(await filesRead(client, uri)).toBe(4);
    const log = client.log.join('\n');
    expect(log).toContain('latijn.md: geen UTF-8 (byte 1). Sla het bestand op als UTF-8 en probeer het opnieuw.');
    expect(log).toMatch(/groot\.md: 17 MB is meer dan de grens van 16 MB\. Splits het bestand/);
  });

  it.skipIf(process.platform === 'win32')(
    'that may not be read are named in the log, and pipes wait for nobody',
    async () => {
      const folder = folderWith({
        '.opgavenwijzer.json': '{}',
        'open.md': TAKES_UP,
        'dicht.md': TAKES_UP,
        'dicht/a.md': TAKES_UP,
        'map/binnen.md': TAKES_UP,
      });
      spawnSync('mkfifo', [join(folder, 'pijp.md'), join(folder, 'map/.opgavenwijzer.json')]);
      chmodSync(join(folder, 'dicht.md'), 0);
      chmodSync(join(folder, 'dicht'), 0);
      // Root may read everything: then somebody else runs a copy of the server that they can reach.
      const root = process.getuid?.() === 0;
      if (root) {
        cpSync(dirname(SERVER), join(folder, '.dist'), { recursive: true });
        chmodSync(folder, 0o755);
      }
      const client = await start({
        rootUri: uriOf(folder),
        ...(root ? { uid: 65534, server: join(folder, '.dist', basename(SERVER)) } : {}),
      });
      const uri = uriOf(folder, 'open.md');
      await client.open(uri, TAKES_UP);
      expect(await filesRead(client, uri)).toBe(2);
      const log = client.log.join('\n');
      expect(log).toMatch(/Overgeslagen: \S*\/dicht\.md: mag niet gelezen worden\. Controleer de rechten\./);
      expect(log).toMatch(/Overgeslagen: \S*\/dicht: mag niet gelezen worden\. Controleer de rechten\./);
      chmodSync(join(folder, 'dicht'), 0o755);
    },
  );

  it('that vanish are not counted any more', async () => {
    const folder = folderWith({ '.opgavenwijzer.json': '{}', 'open.md': TAKES_UP, 'weg.md': TAKES_UP });
    const client = await start({ rootUri: uriOf(folder) });
    const uri = uriOf(folder, 'open.md');
    await client.open(uri, TAKES_UP);
    expect(await filesRead(client, uri)).toBe(2);
    rmSync(join(folder, 'weg.md'));
    await client.connection.sendNotification('workspace/didChangeWatchedFiles', {
      changes: [{ uri: uriOf(folder, 'weg.md'), type: 3 }],
    });
    expect(await filesRead(client, uri)).toBe(1);
  });
});
