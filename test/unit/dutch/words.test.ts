import { describe, expect, test } from 'vitest';
import { hitsOf } from '../../../server/src/core/signals/hits.js';
import { found, matcherFor, wordsOf } from '../signals/finding.js';

describe('how a word is read', () => {
  test.each([
    ['capitals and accents', 'FINANCIËN, Coördinatie één', 'financien coordinatie een'],
    ['accents as marks of their own', 'Financie\u0308n coo\u0308rdinatie', 'financien coordinatie'],
    ['the s of a plural', "auto's vve’s Jan's zo’n baby's foto´s", 'auto vve jan zo baby foto'],
    ['an apostrophe in front', '’s avonds en ’t plein', 's avonds en t plein'],
    ['quotes are no apostrophes', "‘wonen’ en 'werken' en “zorg”", 'wonen en werken en zorg'],
    ['soft hyphens and spaces of no width', 'woning\u00adbouw\u200bopgave', 'woningbouwopgave'],
    ['a word broken at the end of a line', 'woning-\nbouw en werk-\r\n  gelegenheid', 'woningbouw en werkgelegenheid'],
    ['a word broken by a soft hyphen', 'woning\u00ad\nbouw', 'woningbouw'],
    ['a name after a hyphen at the end of a line', 'Noord-\nHolland', 'noord holland'],
    ['an ellipsis at the end of a line', 'jeugd-\nen ouderenzorg', 'jeugd en ouderenzorg'],
    ['letters that a PDF prints as one', 'ﬁetsen in de wĳk', 'fietsen in de wijk'],
    ['digits', 'de A27, 30 km, CO2 CO₂ m²', 'de a27 30 km co2 co2 m2'],
    ['abbreviations', 'Wmo OV boa ozb VvE GGZ P+R', 'wmo ov boa ozb vve ggz p r'],
    ['emoji end a word', 'groen🌳wonen 👨‍👩‍👧 samen', 'groen wonen samen'],
    ['half a surrogate', 'groen\ud83c wonen \udf33', 'groen wonen'],
    ['CRLF and tabs', 'wonen\r\nwerken\tzorg', 'wonen werken zorg'],
    ['NUL and other control characters', 'wonen\u0000werken', 'wonen werken'],
    ['the key of a citation', 'zie [@trendstudie:zon-op-dak, p. 9] en post@wonen.nl.', 'zie p 9 en post'],
    ['nothing', ' \r\n ', ''],
  ])('%s', (_, text, words) => {
    expect(wordsOf(text).join(' ')).toBe(words);
  });

  test.each([
    ['burgerberaad', 'Een burger-beraad.', 'burger-beraad'],
    ['"ov" ~ "a27"', 'OV langs de A27.', 'OV langs de A27'],
    ['financien', 'Onze financie\u0308n.', 'financie\u0308n'],
    ['woningbouw', 'Meer woning-\nbouw.', 'woning-\nbouw'],
    ['auto', "Minder auto's.", "auto's"],
    ["boa's", 'Meer boa’s en een boa.', 'boa’s'],
    ['"vve\'s"', "Hulp voor vve's.", "vve's"],
  ])('the range of %s covers the word as it is written', (signal, text, words) => {
    expect(found(signal, text)).toEqual([words]);
  });

  test('a word of ten thousand letters is read past', () => {
    expect(found('wonen', `${'a'.repeat(10_000)} wonen`)).toEqual(['wonen']);
  });
});

describe('sentences', () => {
  const near = 'huur ~ wachtlijst';
  test.each([
    'De huur stijgt. De wachtlijst ook.',
    'De huur stijgt! De wachtlijst ook.',
    'Stijgt de huur? De wachtlijst ook.',
    'Hij zei: “De huur stijgt.” De wachtlijst ook.',
    'De huur stijgt (fors). De wachtlijst ook.',
  ])('end here: %s', (text) => {
    expect(found(near, text)).toEqual([]);
  });

  test.each([
    'De huur, o.a. door de wachtlijst.',
    'De huur, bijv. voor wie op een wachtlijst staat.',
    'De huur stijgt met 2.5 procent; de wachtlijst ook.',
    'De huur stijgt,\nde wachtlijst ook.',
  ])('do not end here: %s', (text) => {
    expect(found(near, text)).toHaveLength(1);
  });
});

test('what is to be skipped is no word and does not join what stands around it', () => {
  const text = 'sociale `code` huur';
  const { hits } = matcherFor('code, sociale huur').read(text, 0, text.length, [8, 14]);
  expect(hitsOf(hits).map(({ spans }) => spans)).toEqual([[0, 7, 15, 19]]);
});
