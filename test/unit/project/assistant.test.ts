import { describe, expect, it } from 'vitest';
import { createService } from '../../../server/src/core/index.js';
import type { Around } from '../../../server/src/project/assistant/asked-texts.js';
import { answer } from '../../../server/src/project/assistant/assistant.js';
import { quoted } from '../../../server/src/project/assistant/quotation.js';
import { inRoom } from '../../../server/src/project/assistant/room.js';
import type { FileSystem } from '../../../server/src/project/file-system.js';
import { Workspace } from '../../../server/src/project/workspace.js';
import { proefstudie } from '../small-study.js';
import { woonvisie } from '../woonvisie.js';

const nothing = (): Promise<never> => Promise.reject(Object.assign(new Error(), { code: 'ENOENT' }));
const NO_FILES: FileSystem = { stat: nothing, readFolder: nothing, readFile: nothing };

/** Two studies at work, and no files. */
function around(): Around {
  const service = createService([proefstudie, woonvisie]);
  const listener = { leftAside: () => {}, misconfigured: () => {} };
  return { service, files: NO_FILES, workspace: new Workspace(service, NO_FILES, listener) };
}

describe('an assistant beside two studies', () => {
  it('is told of both, with the key of each', async () => {
    const found = await answer(around(), 'zoek_in_studie', { vraag: 'nieuwbouw' });
    expect(found).toContain('[@proefstudie:nieuwbouw, p. 13]');
    expect(found).toContain('id woonvisie:nieuwbouw)');
    expect(await answer(around(), 'lees_onderdeel', { onderdeel: 'woonvisie:nieuwbouw' })).toContain(
      '@woonvisie:nieuwbouw',
    );
    expect(await answer(around(), 'lees_onderdeel', { onderdeel: 'woonvisie:inhoud' })).toMatch(/^# /);
  });

  it('hears what a text does with both, and reads the bibliography of one', async () => {
    const tekst = 'Er is veel leegstand.\n\nEr is woningtekort; wij kiezen [@proefstudie:ruimte-delen, p. 16].\n';
    const coverage = await answer(around(), 'toon_dekking', { tekst });
    expect(coverage).toContain('opgepakt: Ruimte delen [@proefstudie:ruimte-delen, p. 16]');
    expect(coverage).toMatch(/ontbreekt: .* \[@woonvisie:splitsen/);
    const theme = await answer(around(), 'toon_dekking', { tekst, thema: 'proefstudie:wonen' });
    expect(theme).not.toContain('@woonvisie');
    expect(await answer(around(), 'geef_bronnen', { tekst })).toMatch(/^@incollection\{proefstudie:ruimte-delen,/);
  });
});

describe('an answer', () => {
  it('has no more room than there is, and says what it left out', () => {
    const left = (count: number) => `nog ${count}`;
    expect(inRoom(['een', 'twee'], 20, left)).toBe('een\ntwee');
    expect(inRoom(['een', 'twee', 'drie'], 13, left)).toBe('een\nnog 2');
    expect(inRoom(['veel te lang'], 5, left)).toBe('nog 1');
  });

  it('quotes so that the words cannot end it', () => {
    expect(quoted('gewone  woorden\n')).toBe('«gewone woorden»');
    expect(quoted('uit»\u202e en «weer in\u0007')).toBe('«uit› en ‹weer in»');
  });
});
