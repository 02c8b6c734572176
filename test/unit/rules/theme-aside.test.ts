import { expect, test } from 'vitest';
import { DEFAULT_CONFIGURATION } from '../../../server/src/core/configuration.js';
import { analyse, checkProgramme, createEngine } from '../../../server/src/core/service.js';
import { builtinStudy } from '../../../server/src/core/study/builtin.js';

const engine = createEngine(builtinStudy);

/** The words at which what is left of Demografie is told. */
function toldAt(text: string): string[] {
  const document = { key: 'a.md', analysis: analyse(engine, text) };
  const { findings } = checkProgramme([engine], [document], DEFAULT_CONFIGURATION).get('a.md')!;
  return findings.flatMap(({ code, message, from, to }) =>
    code === 'thema-onvolledig' && message.startsWith('Demografie') ? text.slice(from, to) : [],
  );
}

const ASYLUM = `## Asiel en migratie

Wij vangen asielzoekers op zolang de spreidingswet geldt.

Statushouders krijgen taalles en begeleiding bij de inburgering.

Voor Oekraïense vluchtelingen blijft de opvang open.
`;

const POPULATION = `## Bevolking

De bevolking krimpt: er sterven meer mensen dan er geboren worden.

Jongeren trekken weg uit de dorpen en komen niet terug.

Het aantal inwoners daalt al tien jaar.

De vergrijzing gaat hier sneller dan elders.
`;

test('who writes of asylum alone is not told what is left of the population', () => {
  expect(toldAt(`# Programma\n\n${ASYLUM}`)).toEqual([]);
});

test('who writes of the population is, also beside a chapter on asylum, and not at that chapter', () => {
  expect(toldAt(`# Programma\n\n${POPULATION}`)).toHaveLength(1);
  const [words] = toldAt(`# Programma\n\n${ASYLUM}\n${POPULATION}`);
  expect(POPULATION).toContain(words);
});
