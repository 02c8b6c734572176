import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { URI } from 'vscode-uri';
import { Client } from '../lsp/client.js';
import { FAULTY, folderWith, opgavenwijzer } from './run.js';

const SEVERITIES = ['', 'error', 'warning', 'information', 'hint'];
const ANSWER = 'Wij splitsen woningen [@trendstudie:woonruimte-zonder-bijbouwen, p. 16].\n';
const SILENCED = `<!-- opgavenwijzer-disable-next-line bron-onbekend -->\n\n${FAULTY}\n<!-- opgavenwijzer-disable-lin -->\n`;

describe.each([
  ['without settings', undefined],
  ['within a programme', '{}'],
  [
    'with levels, another scope and an opgave left out',
    JSON.stringify({
      reikwijdte: 'document',
      regels: { 'bron-onbekend': 'hint', 'pagina-klopt-niet': 'uit' },
      bewustNiet: { 'nieuwbouw-aanjagen': 'Er is genoeg gebouwd.' },
    }),
  ],
])('the same file %s', (_, settings) => {
  it('has the same findings in the editor and on the command line', async () => {
    const files = { 'wonen.md': FAULTY, 'zorg/antwoord.md': ANSWER, 'stil.markdown': SILENCED };
    const cwd = folderWith(settings === undefined ? files : { ...files, '.opgavenwijzer.json': settings });
    const client = await Client.start({ rootUri: URI.file(cwd).toString() });
    let found = 0;
    for (const name of Object.keys(files)) {
      const uri = URI.file(join(cwd, name)).toString();
      await client.open(uri, readFileSync(join(cwd, name), 'utf8'));
      const editor = (await client.pull(uri)).map(({ code, severity, range, message }) => ({
        file: name,
        code,
        severity: SEVERITIES[severity!],
        range,
        message: said(String(message)),
      }));
      const { out } = await opgavenwijzer(['check', name, '--format', 'json'], { cwd });
      const terminal = JSON.parse(out).map(({ file, code, severity, range, message }: Record<string, unknown>) => ({
        ...{ file, code, severity, range, message: said(String(message)) },
      }));
      expect(terminal).toEqual(editor);
      found += terminal.length;
    }
    expect(found).toBeGreaterThan(2);
    await client.stop();
  });
});

/** A message up to what it names as left: in a hover there is not always room for all of it. */
const said = (message: string): string => message.replace(/(Nog niet|opgepakt): ‘.*/, '$1');
