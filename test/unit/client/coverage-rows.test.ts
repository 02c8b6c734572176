import { describe, expect, it } from 'vitest';
import { coverageRows, missingText, STATE_ICONS, STATES } from '../../../client/src/views/coverage-rows.js';
import { COUNTS, COVERAGE, place } from './coverage.js';

const ALL = new Set(STATES);

describe('De rijen van de weergave Dekking', () => {
  it('beginnen met de aantallen', () => {
    expect(coverageRows(COVERAGE, ALL)[0]!.label).toBe('1 van 3 opgaven opgepakt · 1 ontbreekt · 1 bewust niet');
    const counts = { ...COUNTS, opgepakt: 21, ontbreekt: 4, 'bewust-niet': 2 };
    expect(coverageRows({ ...COVERAGE, counts }, ALL)[0]!.label).toBe(
      '21 van 27 opgaven opgepakt · 4 ontbreken · 2 bewust niet',
    );
  });

  it('hebben per thema een balkje in woorden, en per opgave de staat als woord en als vorm', () => {
    const [, theme] = coverageRows(COVERAGE, ALL);
    expect([theme!.label, theme!.description]).toEqual(['Ruimte en wonen', '1/3 · 1 ontbreekt']);
    const [only] = COVERAGE.themes;
    const doubtful = {
      ...COVERAGE,
      themes: [{ ...only!, counts: { ...COUNTS, mogelijk: 3, anders: 1, ontbreekt: 0 } }],
    };
    expect(coverageRows(doubtful, ALL)[1]!.description).toBe('1/3 · 1 anders · 3 mogelijk');
    expect(theme!.children.map(({ label, icon }) => [label, icon!.name])).toEqual([
      ['Opgepakt · Opgave bouwen', 'circle-filled'],
      ['Ontbreekt · Opgave splitsen', 'circle-large-outline'],
      ['Bewust niet · Opgave rand', 'dash'],
    ]);
    expect(new Set(Object.values(STATE_ICONS).map(({ name }) => name)).size).toBe(STATES.length);
  });

  it('noemen bij elke opgave de plaats met de woorden, de trend of de reden', () => {
    const [taken, missing, leftOut] = coverageRows(COVERAGE, ALL)[1]!.children;
    expect(taken!.children[0]!.label).toBe('regel 41: ‘… splitsen van woningen …’');
    expect(missing!.children[0]!.description).toBe('roept ‘Woningtekort’ op');
    expect(leftOut!.children[0]!.label).toBe('Eerst het centrum.');
  });

  it('houden het bij de sterkste plaatsen, en zeggen hoeveel er meer zijn', () => {
    const [theme] = COVERAGE.themes;
    const busy = { ...theme!.opgaven[0]!, evidence: Array(20).fill(place(41, 'splitsen', 'words')), moreEvidence: 5 };
    const [, row] = coverageRows({ ...COVERAGE, themes: [{ ...theme!, opgaven: [busy] }] }, ALL);
    expect(row!.children[0]!.children).toHaveLength(13);
    expect(row!.children[0]!.children.at(-1)!.label).toBe('en nog 13');
  });

  it('noemen het bestand als het programma er meer heeft', () => {
    const [, theme] = coverageRows({ ...COVERAGE, documents: 2 }, ALL);
    expect(theme!.children[0]!.children[0]!.label).toMatch(/^programma\.md, regel 41: /);
  });

  it('zeggen een schermlezer ook de staat', () => {
    expect(coverageRows(COVERAGE, ALL)[1]!.children[1]!.spoken).toBe('Opgave Opgave splitsen: ontbreekt');
  });

  it('tonen alleen de gekozen staten, en zeggen het als er niets overblijft', () => {
    const [, theme] = coverageRows(COVERAGE, new Set(['ontbreekt'] as const));
    expect(theme!.children.map(({ opgave }) => opgave!.id)).toEqual(['splitsen']);
    expect(coverageRows(COVERAGE, new Set(['mogelijk'] as const))[1]!.label).toBe('Geen opgaven in de gekozen staten');
  });

  it('gebruiken het woord van de studie', () => {
    const own = { ...COVERAGE, several: 'beloften' };
    expect(coverageRows(own, new Set(['mogelijk'] as const))[1]!.label).toBe('Geen beloften in de gekozen staten');
    expect([missingText(COVERAGE), missingText(own)]).toEqual(['1 opgave ontbreekt', '1 van 3 beloften ontbreekt']);
  });
});
