import { describe, expect, test } from 'vitest';
import { parseSignals, SignalSyntaxError } from '../../../server/src/core/signals/signal.js';
import { found } from './finding.js';

describe('the notation', () => {
  test.each([
    ['wachtlijst', 'De wachtlijsten groeien.', ['wachtlijsten']],
    ['woning*', 'Een woningbouwopgave en een huurwoning.', ['woningbouwopgave']],
    ['*woning', 'Een woningbouwopgave en twee huurwoningen.', ['huurwoningen']],
    ['*zorgkosten*', 'De jeugdzorgkostenstijging.', ['jeugdzorgkostenstijging']],
    ['"ov"', 'Het OV, niet de ov’er of het over.', ['OV']],
    ['"p" "r"', 'Een P+R aan de rand.', ['P+R']],
    ['"P+R"', 'Een p + r aan de rand.', ['p + r']],
    ['sociale huur', 'Meer sociale huur.', ['sociale huur']],
    ['druk op ruimte', 'De druk op de ruimte.', ['druk op de ruimte']],
    ['wachtlijst ~ huur*', 'Voor huurwoningen is er een wachtlijst.', ['huurwoningen is er een wachtlijst']],
    ['(inwonen | hospitaverhuur) ~ ruimte', 'Ruimte voor hospitaverhuur.', ['Ruimte voor hospitaverhuur']],
    ['(sociale | goedkope) huur', 'Meer goedkope huur.', ['goedkope huur']],
    ['doorstroming !verkeer*', 'Doorstroming van ouderen.', ['Doorstroming']],
    ['doorstroming !verkeer*', 'Doorstroming van het verkeer.', []],
    ['gat !gat in de markt', 'Een gat in de markt.', []],
    ['a, b', 'a en b', ['a', 'b']],
    ['zon-op-dak', 'Wij willen zon op daken.', ['zon op daken']],
    ['zon-op-dak', 'Wij willen zon-op-dak.', ['zon-op-dak']],
    ['ov-verbinding', 'Een OV verbinding en een ov-verbinding.', ['OV verbinding']],
    ['zij-instrom*', 'Zij instromers en zij-instromers.', ['Zij instromers']],
  ])('%s in: %s', (signal, text, words) => {
    expect(found(signal, text)).toEqual(words);
  });

  test('a line of comment and an empty line hold no signal; a comma may end a line', () => {
    expect(parseSignals('# toelichting, met komma\n\n  # nog een\nwonen,\n').map(({ source }) => source)).toEqual([
      'wonen',
    ]);
  });

  test('a list with a name stands for its alternatives, below it', () => {
    const named = parseSignals('@hinder = geweld | (zwaar | groot) lawaai\n\ntegen !tegen @hinder, @hinder ~ plein');
    const written = parseSignals(
      'tegen !tegen (geweld | (zwaar | groot) lawaai), (geweld | (zwaar | groot) lawaai) ~ plein',
    );
    const unnamed = ({ near, not }: (typeof named)[0]) => ({ near, not });
    expect(named.map(unnamed)).toEqual(written.map(unnamed));
  });

  test('a weak signal says so; the source is kept as written', () => {
    const [weak, strong] = parseSignals('? begroting ~ tekort, begroting');
    expect(weak).toMatchObject({ weak: true, source: '? begroting ~ tekort' });
    expect(strong).toMatchObject({ weak: false, source: 'begroting' });
  });

  test('lines may end in CRLF', () => {
    expect(parseSignals('wonen\r\n# toelichting\r\nwerken\r\n').map(({ source }) => source)).toEqual([
      'wonen',
      'werken',
    ]);
  });
});

describe('a fault in the notation names line and column', () => {
  test.each([
    ['wonen,, werken', 0, 6, 'hier hoort een woord'],
    ['wonen\nwerken ~', 1, 8, 'hier hoort een woord'],
    ['# toelichting\n(wonen | werken', 1, 0, 'een haakje is niet gesloten'],
    ['wonen )', 0, 6, 'onverwacht teken ‘)’'],
    ['wonen | werken', 0, 6, 'onverwacht teken ‘|’'],
    ['wonen "ov', 0, 6, 'een aanhalingsteken is niet gesloten'],
    ['wonen ""', 0, 6, 'tussen aanhalingstekens staat geen woord'],
    ['wonen !@werk', 0, 7, 'een lijst ‘@werk’ staat hierboven niet'],
    ['wonen\n@werk = baan\n@werk = werk', 2, 0, '‘@werk’ staat er al'],
    ['@werk = baan, werk', 0, 12, 'onverwacht teken ‘,’'],
    ['@ = baan', 0, 0, 'achter een @ hoort een naam'],
    ['wonen; werken', 0, 5, 'onverwacht teken ‘;’'],
    ['wonen, a*', 0, 7, '‘a*’ is te kort voor een sterretje'],
    ['wonen !', 0, 7, 'hier hoort een woord'],
    ['wonen, -', 0, 7, '‘-’ is geen woord'],
    [`(${'a|'.repeat(16)}a) (${'b|'.repeat(16)}b)`, 0, 0, 'te veel combinaties (289); splits het signaal'],
    // Found out before they are made, however many there would be.
    [`wonen, ${'(a | b | c | d) '.repeat(40)}`, 0, 7, `te veel combinaties (${4 ** 40}); splits het signaal`],
    [`${'('.repeat(5000)}a${')'.repeat(5000)}`, 0, 20, 'er staan te veel haakjes in elkaar'],
  ])('%s', (block, line, column, message) => {
    const fault = (): unknown => {
      try {
        return parseSignals(block);
      } catch (error) {
        return error;
      }
    };
    expect(fault()).toBeInstanceOf(SignalSyntaxError);
    expect(fault()).toMatchObject({ line, column, message });
  });
});
