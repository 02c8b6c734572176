import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { URI } from 'vscode-uri';
import type { AssistantAnswer } from '../../server/src/protocol/assistants.js';
import type { SourceChoice } from '../../server/src/protocol/requests.js';
import { FAULTY, folderWith, opgavenwijzer } from '../cli/run.js';
import { Client } from '../lsp/client.js';
import { Assistant } from './client.js';

const SAMPLE = readFileSync(join(import.meta.dirname, '../../voorbeelden/waterdam/programma.md'), 'utf8');

interface Report {
  readonly themes: readonly { readonly opgaven: readonly { readonly title: string; readonly state: string }[] }[];
}

const STATES: Readonly<Record<string, string>> = {
  opgepakt: 'opgepakt',
  'kiest anders': 'anders',
  'mogelijk opgepakt': 'mogelijk',
  ontbreekt: 'ontbreekt',
  'bewust niet': 'bewust-niet',
};

describe.each([
  ['files by themselves', {}],
  ['a programme', { '.opgavenwijzer.json': '{}' }],
  ['documents that answer for themselves', { '.opgavenwijzer.json': '{ "reikwijdte": "document" }' }],
])('an assistant hears what editor and command line say, of %s', (_, settings) => {
  const files = { 'faulty.md': FAULTY, 'delen/waterdam.md': SAMPLE };

  it('the findings, the coverage and the bibliography', async () => {
    const cwd = folderWith({ ...files, ...settings });
    const assistant = await Assistant.start([cwd]);
    const editor = await Client.start({ rootUri: URI.file(cwd).toString() });
    for (const [name, content] of Object.entries(files)) {
      const uri = URI.file(join(cwd, name)).toString();
      await editor.open(uri, content);

      const { out } = await opgavenwijzer(['check', name, '--format', 'json'], { cwd });
      const found = (JSON.parse(out) as { code: string; message: string; range: { start: { line: number } } }[]).map(
        ({ code, message, range }) => `regel ${range.start.line + 1} ${code} ${message}`,
      );
      const findings = await assistant.text('controleer_tekst', { bestand: name });
      expect(findings.split('\n').flatMap((line) => finding(line))).toEqual(found);

      const report: Report = JSON.parse((await opgavenwijzer(['dekking', name, '--format', 'json'], { cwd })).out);
      const states = report.themes.flatMap(({ opgaven }) => opgaven.map(({ title, state }) => [title, state]));
      const coverage = await assistant.text('toon_dekking', { bestand: name });
      expect(statesIn(coverage)).toEqual(Object.fromEntries(states.filter(([, state]) => state !== 'niet-genoemd')));
      expect(Object.keys(statesIn(coverage)).length).toBeGreaterThan(1);

      const cited = await opgavenwijzer(['bibliografie', '--alleen-geciteerd', name, '--format', 'bibtex'], { cwd });
      if (name === 'delen/waterdam.md' && Object.keys(settings).length === 0)
        expect(await assistant.text('geef_bronnen', { bestand: name })).toBe(cited.out);

      // The editor is another door of the same room.
      for (const tool of ['controleer_tekst', 'toon_dekking', 'geef_bronnen'] as const) {
        const input = { bestand: name };
        const answer: AssistantAnswer = await editor.ask('opgavenwijzer/assistent', { tool, input });
        expect(answer).toEqual({ text: await assistant.text(tool, input) });
        const open: AssistantAnswer = await editor.ask('opgavenwijzer/assistent', { tool, input: {}, uri });
        if (tool !== 'geef_bronnen') expect(open).toEqual(answer);
      }
    }
    await editor.stop();
  });
});

describe('what an assistant finds in the study', () => {
  it('is what the editor finds, in the same order', async () => {
    const assistant = await Assistant.start();
    const editor = await Client.start();
    for (const vraag of ['woningtekort', 'mantelzorg', 'nieuwbouw']) {
      const choices: SourceChoice[] = await editor.ask('opgavenwijzer/zoek', { query: vraag });
      const entries = choices.filter(({ kind }) => kind !== 'figure' && kind !== 'direction').slice(0, 7);
      const text = await assistant.text('zoek_in_studie', { vraag });
      const ids = [...text.matchAll(/; id ([\w-]+)\)/g)].map(([, id]) => id!);
      expect(ids.slice(0, entries.length)).toEqual(entries.map(({ id }) => id));
      const answer: AssistantAnswer = await editor.ask('opgavenwijzer/assistent', {
        tool: 'zoek_in_studie',
        input: { vraag },
      });
      expect(answer).toEqual({ text });
    }
    const refused: AssistantAnswer = await editor.ask('opgavenwijzer/assistent', { tool: 'zoek_in_studie', input: {} });
    expect(refused).toEqual({ refused: await assistant.fault('zoek_in_studie', {}) });
    await editor.stop();
  });
});

/** `regel 3 code message` of a line that tells a finding. */
function finding(line: string): string[] {
  const [, at, code, message] = /^- (regel \d+), \S+ \((\S+)\): (.*) Bij: «/.exec(line) ?? [];
  return at === undefined ? [] : [`${at} ${code} ${message}`];
}

/** States by title in an answer. */
function statesIn(text: string): Record<string, string> {
  const lines = [...text.matchAll(/^- ([a-z ]+): (.*) \[@/gm)].filter(([, state]) => state! in STATES);
  return Object.fromEntries(lines.map(([, state, title]) => [title!, STATES[state!]!]));
}
