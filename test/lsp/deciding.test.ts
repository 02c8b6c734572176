import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CodeAction, Range, TextDocumentEdit, WorkspaceEdit } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { type Choice, COMMANDS, type Coverage, type TakenDecision } from '../../server/src/protocol/requests.js';
import { Client } from './client.js';

const SHORTAGE = '# Wonen\n\nIn onze stad is het woningtekort groter dan ooit.\n';
const TAKEN_UP = '# Wonen\n\nWij bouwen tot 2030 duizend nieuwe woningen.\n';

let opened = 0;
/** Opens a text under a name of its own. */
async function open(client: Client, text: string): Promise<string> {
  const uri = `file:///beslissen/${++opened}.md`;
  await client.open(uri, text);
  return uri;
}

function applied(text: string, edit: WorkspaceEdit): string {
  const [change] = edit.documentChanges as TextDocumentEdit[];
  const edits = change!.edits.map((one) => ('snippet' in one ? { range: one.range, newText: one.snippet.value } : one));
  return TextDocument.applyEdits(TextDocument.create('', '', 1, text), edits);
}

const capabilities = { workspace: { workspaceEdit: { documentChanges: true } } };

async function lightbulb(client: Client, uri: string): Promise<{ actions: CodeAction[]; range: Range }> {
  const diagnostics = await client.pull(uri);
  const { range } = diagnostics.find(({ code }) => code === 'opgave-ontbreekt')!;
  const actions: CodeAction[] = await client.ask('textDocument/codeAction', {
    textDocument: { uri },
    range,
    context: { diagnostics },
  });
  return { actions, range };
}

describe('an editor that can ask', () => {
  let client: Client;
  beforeAll(async () => {
    client = await Client.start({ commands: Object.values(COMMANDS), capabilities });
  });
  afterAll(() => client.stop());

  const stateOf = async (text: string, opgave: string): Promise<string> => {
    const uri = await open(client, text);
    const coverage: Coverage = await client.ask('opgavenwijzer/dekking', { uri, scope: 'document' });
    return coverage.themes.flatMap(({ opgaven }) => opgaven).find(({ id }) => id === opgave)!.state;
  };

  it('gets at most six lines, and asks which opgave and where in a second step', async () => {
    const uri = await open(client, SHORTAGE);
    const { actions, range } = await lightbulb(client, uri);
    expect(actions.map(({ title }) => title)).toEqual([
      'Opgave oppakken…',
      'Bewust niet opnemen…',
      'Telt hier niet mee',
      'Niet meer melden…',
    ]);
    expect(actions[0]!.command).toMatchObject({ command: COMMANDS.choose, arguments: [uri, range, 'oppakken'] });
    const choices: Choice[] = await client.ask('opgavenwijzer/keuzes', { uri, range, question: 'oppakken' });
    const { opgaven } = (await client.pull(uri)).find(({ code }) => code === 'opgave-ontbreekt')!.data;
    expect(choices.map(({ label }) => label).slice(0, 2)).toEqual([
      'Nieuwbouw aanjagen',
      'Meer woonruimte zonder bij te bouwen',
    ]);
    expect(applied(SHORTAGE, choices[1]!.edit)).toContain('[@trendstudie:woonruimte-zonder-bijbouwen, p. 61]');
    const silent: Choice[] = await client.ask('opgavenwijzer/keuzes', { uri, range, question: 'niet-melden' });
    expect(silent.map(({ label, description = '' }) => `${label} · ${description}`)).toEqual([
      'Op deze regel · ',
      'In dit blok · ',
      'In dit bestand · ',
      'Nooit meer in dit programma · ‘Nieuwbouw aanjagen’ en ‘Meer woonruimte zonder bij te bouwen’',
      'Nooit meer, in geen enkel programma · ‘Nieuwbouw aanjagen’ en ‘Meer woonruimte zonder bij te bouwen’',
    ]);
    const left: Choice[] = await client.ask('opgavenwijzer/keuzes', { uri, range, question: 'bewust-niet' });
    expect(left.map(({ leavesOut }) => leavesOut)).toEqual(opgaven);
  });

  it('hears what does not count, and no longer warns', async () => {
    const { actions } = await lightbulb(client, await open(client, SHORTAGE));
    const text = applied(SHORTAGE, actions.find(({ title }) => title === 'Telt hier niet mee')!.edit!);
    expect(text).toMatch(/ooit\. <!-- opgavenwijzer: telt niet [a-z -]+ -->\n$/);
    const left = await client.pull(await open(client, text));
    expect(left.map(({ code }) => code)).not.toContain('opgave-ontbreekt');
  });

  it.each([
    ['telt-niet', 'niet-genoemd'],
    ['alleen-genoemd', 'ontbreekt'],
    ['kiest-anders', 'anders'],
    ['telt-wel', 'opgepakt'],
  ])('hears of words and of a whole document: %s', async (verdict, state) => {
    const opgave = 'nieuwbouw-aanjagen';
    expect(await stateOf(TAKEN_UP, opgave)).toBe('opgepakt');
    const uri = await open(client, TAKEN_UP);
    const at = { line: 2, character: 5 };
    const beside: WorkspaceEdit = await client.ask('opgavenwijzer/oordeel', { uri, opgave, verdict, position: at });
    expect(await stateOf(applied(TAKEN_UP, beside), opgave)).toBe(state);
    const whole: WorkspaceEdit = await client.ask('opgavenwijzer/oordeel', { uri, opgave, verdict });
    expect(await stateOf(applied(TAKEN_UP, whole), opgave)).toBe(state);
  });

  it('lists what was decided, and takes it back', async () => {
    const text = `---
title: Programma
opgavenwijzer:
  bewust-niet:
    klimaatadaptatie: Dat doet het waterschap.
  kiest-anders: [minder-dominantie-auto, energietransitie]
---

# Wonen

Wij bouwen tot 2030 duizend nieuwe woningen. <!-- opgavenwijzer: telt niet nieuwbouw-aanjagen -->

<!-- opgavenwijzer: niet melden in dit bestand thema-onvolledig -->
`;
    const decided = async (of: string): Promise<readonly TakenDecision[]> =>
      client.ask('opgavenwijzer/beslissingen', { uri: await open(client, of) });
    let left = text;
    const labels: string[] = [];
    for (let [first] = await decided(left); first; [first] = await decided(left)) {
      labels.push(first.label);
      left = applied(left, first.edit!);
    }
    expect(labels).toEqual([
      'Bewust niet: ‘Klimaatadaptatie’',
      'Kiest anders: ‘De dominantie van de auto terugdringen’',
      'Kiest anders: ‘Energietransitie’',
      'Telt niet: ‘Nieuwbouw aanjagen’',
      'Niet melden in dit bestand: thema-onvolledig',
    ]);
    expect(left).toBe('---\ntitle: Programma\n---\n\n# Wonen\n\nWij bouwen tot 2030 duizend nieuwe woningen.\n\n');
  });
});

describe('an editor that cannot ask', () => {
  it('gets a plain list under ten, with edits only', async () => {
    const client = await Client.start({ capabilities });
    const { actions } = await lightbulb(client, await open(client, SHORTAGE));
    expect(actions.length).toBeLessThan(10);
    expect(actions.every(({ edit, command }) => edit && !command)).toBe(true);
    expect(actions.map(({ title }) => title)).toContain('Niet meer melden op deze regel');
    await client.stop();
  });
});
