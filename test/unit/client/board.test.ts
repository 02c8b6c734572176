import { describe, expect, it } from 'vitest';
import { boardOf } from '../../../client/src/views/board.js';
import { COVERAGE, opgave, place } from './coverage.js';

const COMMANDS = new Set(['opgavenwijzer.teltNiet', 'opgavenwijzer.kies', 'opgavenwijzer.bewustNiet']);
const board = boardOf(COVERAGE, COMMANDS);
const [taken, missing, leftOut] = board.themes[0]!.opgaven;

describe('Het dekkingsbord', () => {
  it('noemt het programma, de aantallen en hoeveel er ontbreekt', () => {
    expect(board).toMatchObject({
      name: 'programma.md',
      counts: '1 van 3 opgaven opgepakt · 1 bewust niet · 1 ontbreekt',
      missing: 1,
    });
    expect(board.themes[0]).toMatchObject({ name: 'Ruimte en wonen' });
  });

  it('heeft aantallen die optellen tot alle opgaven', () => {
    const counts = { opgepakt: 2, anders: 3, mogelijk: 3, ontbreekt: 3, 'niet-genoemd': 28, 'bewust-niet': 0 };
    expect(boardOf({ ...COVERAGE, counts }, COMMANDS).counts).toBe(
      '2 van 39 opgaven opgepakt · 3 anders · 3 mogelijk · 3 ontbreken · 28 niet genoemd',
    );
    expect(board.counts).not.toContain('niet genoemd');
  });

  it('heeft per opgave teken en woord van de staat, en de helderste zin', () => {
    expect(taken).toMatchObject({ sign: '●', stateName: 'opgepakt', place: { where: 'regel 41', more: '' } });
    expect(taken!.place!.sentence).toBe('… splitsen van woningen …');
    expect(missing).toMatchObject({ sign: '○', stateName: 'ontbreekt', place: { where: 'genoemd op regel 12' } });
    expect(leftOut).toMatchObject({ sign: '–', stateName: 'bewust niet', reason: 'Eerst het centrum.' });
    expect(leftOut).not.toHaveProperty('place');
  });

  it('biedt aan wat er kan, en verzwijgt wat er niet is', () => {
    expect(taken!.actions.map(({ label }) => label)).toEqual(['telt niet']);
    expect(missing!.actions.map(({ label }) => label)).toEqual(['oppakken', 'bewust niet']);
    expect(leftOut!.actions).toEqual([]);
    expect(boardOf(COVERAGE, new Set()).themes[0]!.opgaven[1]!.actions).toEqual([]);
  });

  it('laat een bron staan: die is van de schrijver zelf', () => {
    const cited = opgave('bouwen', { state: 'opgepakt', evidence: [place(3, 'bouwen', 'citation')] });
    const [theme] = COVERAGE.themes;
    const { themes } = boardOf({ ...COVERAGE, themes: [{ ...theme!, opgaven: [cited] }] }, COMMANDS);
    expect(themes[0]!.opgaven[0]!.actions).toEqual([]);
  });

  it('weet de volgorde in de tekst, welke opgave er ook eerst staat', () => {
    expect(taken!.place!.order).toBe(1);
    expect(missing!.place!.order).toBe(0);
  });

  it('noemt het bestand als het programma er meer heeft, en hoeveel plaatsen er nog zijn', () => {
    const many = opgave('bouwen', {
      state: 'opgepakt',
      evidence: [place(41, 'splitsen', 'words'), place(50, 'bouwen', 'words')],
      moreEvidence: 3,
    });
    const [theme] = COVERAGE.themes;
    const wide = boardOf({ ...COVERAGE, documents: 2, themes: [{ ...theme!, opgaven: [many] }] }, COMMANDS);
    expect(wide.themes[0]!.opgaven[0]!.place).toMatchObject({ where: 'programma.md, regel 41', more: 'nog 4' });
  });
});
