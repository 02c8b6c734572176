import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { endingOf, sentenceEndAt, sentenceEnds } from '../../../server/src/core/dutch/sentence.js';

/** The sentences of a text, each with all that belongs to it. */
function sentences(text: string): string[] {
  let from = 0;
  const found = [...sentenceEnds(text, 0, text.length)].map(({ to }) => {
    const sentence = text.slice(from, to).trim();
    from = to;
    return sentence;
  });
  const rest = text.slice(from).trim();
  return rest === '' ? found : [...found, rest];
}

describe('a sentence ends', () => {
  test.each([
    ['at a point', 'De huur stijgt.'],
    ['at more than one mark', 'Stijgt de huur?!'],
    ['behind a closing quote', 'Hij zei: “De huur stijgt.”'],
    ['behind a bracket', '(De huur stijgt.)'],
    ['behind emphasis', '**De huur stijgt.**'],
    ['behind the mark of a note', 'De huur stijgt.[^1]'],
    ['behind a note in the text', 'De huur stijgt.^[Volgens het CBS.]'],
    ['behind a mark that stands apart', 'De huur stijgt. [^1]'],
    ['behind a number above the line', 'De huur stijgt.^1^'],
    ['behind a citation', 'De huur stijgt.[@jansen2020, p. 3]'],
    ['behind a tag', 'De huur stijgt.<br>'],
    ['behind a closing tag', '<b>De huur stijgt.</b>'],
    ['behind an emoji', 'De huur stijgt.🌳'],
    ['behind an emoji that stands apart', 'De huur stijgt. 👨‍👩‍👧'],
    ['behind a comment', 'De huur stijgt. <!-- nog nakijken. -->'],
    ['behind attributes', 'De huur stijgt. {.nadruk}'],
    ['behind an anchor from Word', 'De huur stijgt.[]{#_Ref1 .anchor}'],
    ['behind the number of a note', 'De huur stijgt.¹²'],
    ['behind a number in brackets', 'De huur stijgt.[1]'],
    ['behind a number that links', 'De huur stijgt.[[1]](#_ftn1)'],
    ['behind a raised number', 'De huur stijgt.<sup>1</sup>'],
    ['behind escaped numbers', 'De huur stijgt.\\[1\\]'],
    ['behind an escaped number that links', 'De huur stijgt.[\\[1\\]](#_ftn1)'],
    ['behind a raised number that links', 'De huur stijgt.<sup><a href="#fn1">1</a></sup>'],
    ['behind a link above the line', 'De huur stijgt.^[1](#fn1)^'],
    ['behind two marks with a comma', 'De huur stijgt.[^a], [^b]'],
    ['behind a dagger', 'De huur stijgt.†'],
    ['behind an escaped star', 'De huur stijgt.\\*'],
    ['behind an entity', 'De huur stijgt.&nbsp;'],
    ['behind a closing quote that is an entity', 'De huur stijgt.&rdquo;'],
    ['behind a space of no width', 'De huur stijgt.\u200b'],
    ['behind code', 'De huur stijgt.`x`'],
    ['at an abbreviation that may end one', 'Huur, koop enz.'],
    ['at a letter that is no initial', 'Wij kiezen plan B.'],
  ])('%s', (_, first) => {
    expect(sentences(`${first} Wij bouwen.`)).toEqual([first, 'Wij bouwen.']);
    expect(endingOf(first, 0, first.length)).toBe('sentence');
  });

  test.each([
    'De huur is volgens dhr. Jansen groot.',
    'De huur steeg t.o.v. 2020 met ca. 300 euro.',
    'Zie art. 5, lid 2, en blz. 14.',
    'Dat geldt o.a. Amsterdam, bijv. Noord, i.p.v. Utrecht.',
    'Volgens J.P. Jansen en mevr. A. de Vries stijgt de huur.',
    'De huur, o.a. door de wachtlijst, stijgt m.b.t. Waterdam.',
    'Het plan nr. 12 kost 3.200 euro, en 1.5 procent meer.',
    '2.1 Woningen splitsen en optoppen ..... 12',
    'Kijk op www.waterdam.nl en mail info@waterdam.nl',
    'Volgens prof. Em. Visser, Chr. Bos en weth. De Wit stijgt de huur.',
    'In de Burg. Meesstraat en prov. Utrecht stijgt de huur vs. Oost a.g.v. Corona.',
    'Volgens Jansen et al. (2020) steeg de huur op 1 jan. 2024, e.e.a. Conform de wet.',
    'N.B. De huur stijgt.',
  ])('nowhere within: %s', (text) => {
    expect(sentences(text)).toEqual([text]);
  });

  test('a letter that names one of a row is no initial, and a month ends a sentence before words', () => {
    expect(sentences('De huur stijgt in blok C. Huizen met energielabel A. Inwoners zien dat.')).toHaveLength(3);
    expect(sentences('De huur stijgt op 1 jan. Huurders zien dat.')).toHaveLength(2);
  });

  test('a number that begins a line ends no sentence', () => {
    expect(sentences('1. Wonen is duur.')).toEqual(['1. Wonen is duur.']);
    expect(sentences('Dat was in 2030. Wij bouwen.')).toEqual(['Dat was in 2030.', 'Wij bouwen.']);
  });

  test('its punctuation is told apart from what stands behind it', () => {
    expect(sentenceEndAt('Groot?!**[^1] Wij', 5, 0, 17)).toEqual({ at: 5, stop: 7, to: 13 });
  });
});

describe('a block ends', () => {
  test.each([
    ['Wij doen dit:', 'colon'],
    ['**Wij doen dit:**', 'colon'],
    ['Wij doen dit: <!-- opgavenwijzer-disable-line -->', 'colon'],
    ['Woningen splitsen', 'word'],
    ['Woningen splitsen <!-- nog nakijken. -->', 'word'],
    ['Woningen splitsen [^1]', 'word'],
    ['wij praten;', 'sentence'],
    ['Het woningtekort is groot. <!-- opgavenwijzer-disable-line opgave-ontbreekt -->', 'sentence'],
    ['', 'word'],
  ])('%s → %s', (text, ending) => {
    expect(endingOf(text, 0, text.length)).toBe(ending);
  });
});

test('whatever the text: ends stand in order, and what is behind the stop belongs to one sentence only', () => {
  const piece = fc.constantFrom(
    'Wij',
    'bouwen',
    '.',
    '!',
    '?',
    ' ',
    '\n',
    '**',
    '[^1]',
    '<!--',
    '-->',
    '{',
    '}',
    'dhr',
    '[@a',
    ']',
    '^',
    '`',
    '😀',
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
      const text = pieces.join('');
      let last = 0;
      for (const { at, stop, to } of sentenceEnds(text, 0, text.length)) {
        expect(at).toBeGreaterThanOrEqual(last);
        expect(stop).toBeGreaterThan(at);
        expect(to).toBeGreaterThanOrEqual(stop);
        last = to;
      }
      expect(last).toBeLessThanOrEqual(text.length);
    }),
  );
});
