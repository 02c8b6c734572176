import { describe, expect, test } from 'vitest';
import type { CitationStyle } from '../../../server/src/core/configuration.js';
import { analyse } from '../../../server/src/core/document/document.js';
import { completionsAt } from '../../../server/src/core/features/completion.js';
import { applyEdits } from '../../../server/src/core/features/edit.js';
import { insertAt } from '../../../server/src/core/features/insert-at.js';
import { StudySearch } from '../../../server/src/core/features/search.js';
import { smallEngine } from '../small-study.js';
import { citedAtFinding } from './support.js';

const { study } = smallEngine;
const search = new StudySearch(study);
const CURSOR = '¦';

/** What is offered at the cursor. */
function offered(marked: string, style: CitationStyle = 'pandoc') {
  const at = marked.indexOf(CURSOR);
  return completionsAt(study, search, analyse(smallEngine, marked.replace(CURSOR, '')), at, style);
}

/** The text after the first answer is chosen. */
function completed(marked: string, style: CitationStyle = 'pandoc'): string {
  const { from, to, text, edits } = offered(marked, style)![0]!;
  return applyEdits(marked.replace(CURSOR, ''), [{ from, to, text }, ...edits]);
}

/** The text after a source is put in at the cursor. */
function inserted(marked: string, style: CitationStyle = 'pandoc'): string | undefined {
  const text = marked.replace(CURSOR, '');
  const item = study.find('deelvervoer')!;
  const made = insertAt(study, analyse(smallEngine, text), { item }, style, marked.indexOf(CURSOR));
  return made && applyEdits(text, [made, ...made.edits]);
}

const KEY = '@proefstudie:deelvervoer';

describe('a source that is being typed', () => {
  test('begins, before a letter is typed, with what fits the paragraph', () => {
    const titles = (marked: string): string[] => offered(marked)!.map(({ label }) => label);
    const plain = titles('Hallo [@¦].');
    expect(plain[0]).not.toBe('Vervoer delen');
    const fitting = titles('Wij gaan in alle dorpen deelauto’s neerzetten [@¦].');
    expect(fitting[0]).toBe('Vervoer delen');
    expect([...fitting].sort()).toEqual([...plain].sort());
  });

  test.each([
    ['in brackets', 'Wij delen [@deelv¦].', `Wij delen [${KEY}, p. 22].`],
    ['without brackets', 'Wij delen @deelv¦ hier.', `Wij delen [${KEY}, p. 22] hier.`],
    ['within a key', 'Wij delen [@proefstudie:deel¦vervoer, p. 22].', `Wij delen [${KEY}, p. 22].`],
    ['before its page', 'Wij delen [@deelv¦, p. 22].', `Wij delen [${KEY}, p. 22].`],
    [
      'before the page of another source',
      'Wij delen [zie @deelv¦, p. 99, passim].',
      `Wij delen [zie ${KEY}, p. 22, passim].`,
    ],
    ['before a page in braces', 'Wij delen [@deelv¦{p. 99}].', `Wij delen [${KEY}{p. 22}].`],
    ['before pages that are right', 'Wij delen [@deelv¦, p. 22 en 22].', `Wij delen [${KEY}, p. 22 en 22].`],
    ['before a page on the next line', 'Wij delen [@deelv¦,\np. 99].', `Wij delen [${KEY},\np. 99].`],
    ['in the sentence, before its page', 'Zo zegt @proefstudie:deel¦vervoer [p. 22].', `Zo zegt ${KEY} [p. 22].`],
    ['in the sentence, without a page', 'Zo zegt @proefstudie:deelv¦ het.', `Zo zegt ${KEY} [p. 22] het.`],
    ['in brackets that opened a line before', 'Wij [@jansen, p. 3;\n@deelv¦].', `Wij [@jansen, p. 3;\n${KEY}, p. 22].`],
    ['without its author', 'Bureau Proef noemt dit [-@deelv¦].', `Bureau Proef noemt dit [-${KEY}, p. 22].`],
    ['without its author or brackets', 'Dit noemt het -@deelv¦ al.', `Dit noemt het [-${KEY}, p. 22] al.`],
    ['in braces', 'Wij delen [@{deelv¦}].', `Wij delen [${KEY}, p. 22].`],
    ['in emphasis', 'Wij _@deelv¦_ delen.', `Wij _[${KEY}, p. 22]_ delen.`],
    ['in a note in the line', 'Wij delen.^[Zie @deelv¦.]', `Wij delen.^[Zie [${KEY}, p. 22].]`],
    ['in the words of a link', '[Zie @deelv¦](x.md)', `[Zie [${KEY}, p. 22]](x.md)`],
    [
      'among sources without a place',
      '---\nnocite: |\n  @a, @deelv¦\n---\n\nTekst.',
      `---\nnocite: |\n  @a, ${KEY}\n---\n\nTekst.`,
    ],
  ])('%s', (_, before, after) => {
    expect(completed(before)).toBe(after);
  });

  test.each([
    ['in a mail address', 'Mail jan@deelv¦ ons.'],
    ['in an address', 'Kijk op https://youtube.com/@deelv¦'],
    ['in the address of a link', '[x](https://a.nl/@deelv¦)'],
    ['behind a backslash', 'Wij delen \\@deelv¦'],
    ['in code', 'Wij `@deelv¦` delen'],
    ['in a block of code', '```\n@deelv¦\n```'],
    ['in a comment', 'Wij <!-- @deelv¦ --> delen'],
    ['in a formula', 'Wij $@deelv¦$ delen'],
    ['in the title', '---\nauthor: |\n  @deelv¦\n---\n\nTekst.'],
  ])('is nothing %s', (_, text) => {
    expect(offered(text)).toBeUndefined();
  });

  test('becomes a note in the place of its brackets, but within a note', () => {
    expect(completed('Wij delen.[@deelv¦]\n', 'voetnoot')).toMatch(/^Wij delen\.\[\^1\]\n\n\[\^1\]: /);
    expect(completed('Wij.[^1]\n\n[^1]: Zie [@deelv¦].\n', 'voetnoot')).toBe(
      `Wij.[^1]\n\n[^1]: Zie [${KEY}, p. 22].\n`,
    );
  });
});

describe('a source that is put in', () => {
  test.each([
    ['behind a word', 'Wij delen¦.', `Wij delen [${KEY}, p. 22].`],
    ['within a word', 'Wij del¦en auto’s.', `Wij delen [${KEY}, p. 22] auto’s.`],
    ['on an empty line', 'Een.\n\n¦\n\nTwee.', `Een.\n\n[${KEY}, p. 22]\n\nTwee.`],
    ['within a key', 'Zie [zie @jan¦sen, p. 38].', `Zie [zie @jansen, p. 38; ${KEY}, p. 22].`],
    ['between sources', 'Zie [@a, p. 3;¦ @b].', `Zie [@a, p. 3; ${KEY}, p. 22; @b].`],
    ['within the first of two', 'Zie [@a¦, p. 3; @b].', `Zie [@a, p. 3; ${KEY}, p. 22; @b].`],
    ['before a source', 'Zie [¦@a].', `Zie [${KEY}, p. 22; @a].`],
    ['in brackets that opened a line before', 'Zie [@a, p. 3;\n@b¦].', `Zie [@a, p. 3;\n@b; ${KEY}, p. 22].`],
    [
      'within a key in the sentence',
      'Zo zegt @proefstudie:ruimte-de¦len [p. 16] het.',
      `Zo zegt @proefstudie:ruimte-delen [p. 16] [${KEY}, p. 22] het.`,
    ],
    ['beside a mail address', 'Mail [info@x.nl]¦.', `Mail [info@x.nl] [${KEY}, p. 22].`],
    ['in the caption of a figure', '![Kaart](k¦.png)', `![Kaart [${KEY}, p. 22]](k.png)`],
    ['within a note’s mark', 'Zie.[^a¦b] Zo.\n\n[^ab]: Noot.', `Zie.[^ab] [${KEY}, p. 22] Zo.\n\n[^ab]: Noot.`],
    ['before the break of a line', 'Een   ¦  \nTwee.', `Een [${KEY}, p. 22]     \nTwee.`],
    ['before a heading', '¦## Kop {#x}', `## [${KEY}, p. 22] Kop {#x}`],
    ['within the attributes of a heading', '## Kop {#¦x}', `## Kop [${KEY}, p. 22] {#x}`],
    ['within code', 'De `co¦de` telt.', `De \`code\` [${KEY}, p. 22] telt.`],
    ['within the address of a link', 'Zie [x](x¦.md) hier.', `Zie [x](x.md) [${KEY}, p. 22] hier.`],
    ['at the end of the address of a link', '- [x](#x¦)', `- [x](#x) [${KEY}, p. 22]`],
    ['before an item that was pasted', '¦• een\n• twee', `• [${KEY}, p. 22] een\n• twee`],
    ['before a box to tick', '- ¦[ ] een\n- [x] twee', `- [ ] [${KEY}, p. 22] een\n- [x] twee`],
    ['before an item with a letter', 'a) een\n¦b) twee', `a) een\nb) [${KEY}, p. 22] twee`],
    ['before an item with a Roman numeral', 'i. een\n¦ii. twee', `i. een\nii. [${KEY}, p. 22] twee`],
    ['before an example', '(¦@goed) een\n(@) twee', `(@goed) [${KEY}, p. 22] een\n(@) twee`],
    ['within the mark of a caption', '|a|\n|-|\n|b|\n\nT¦able: c', `|a|\n|-|\n|b|\n\nTable: [${KEY}, p. 22] c`],
    ['between a term and its definition', 'Bus\n¦\n:   Rijdt.', `Bus [${KEY}, p. 22]\n\n:   Rijdt.`],
    ['between two items', '(a) een\n¦\n(b) twee', `(a) een [${KEY}, p. 22]\n\n(b) twee`],
    [
      'between the key and the place of a source',
      'Zo zegt @jan¦sen [p. 3] het.',
      `Zo zegt @jansen [p. 3] [${KEY}, p. 22] het.`,
    ],
    ['within the place of a source', 'Zo zegt @jansen [p. ¦3] het.', `Zo zegt @jansen [p. 3] [${KEY}, p. 22] het.`],
    ['before the place of a source among others', 'Zo zegt @a [¦p. 3; @b].', `Zo zegt @a [p. 3; ${KEY}, p. 22; @b].`],
    ['within a dash', 'De raad -¦-- zegt men.', `De raad --- [${KEY}, p. 22] zegt men.`],
    ['within points', 'De raad.¦.. Zo.', `De raad... [${KEY}, p. 22] Zo.`],
    ['behind a backslash', 'De\\¦ raad.', `De\\ [${KEY}, p. 22] raad.`],
    ['before a note in the line', 'De raad.¦^[Noot.] Zo.', `De raad. [${KEY}, p. 22] ^[Noot.] Zo.`],
    ['before the title of a link', 'Zie [x](x.md ¦"Titel") hier.', `Zie [x](x.md "Titel") [${KEY}, p. 22] hier.`],
    ['within an entity', 'De raad.&rd¦quo; Zo.', `De raad.&rdquo; [${KEY}, p. 22] Zo.`],
    ['within an address', 'Zie <htt¦ps://a.nl> hier.', `Zie <https://a.nl> [${KEY}, p. 22] hier.`],
    ['before the label of a link', 'Zie [x]¦[y] hier.\n\n[y]: z.md', `Zie [x][y] [${KEY}, p. 22] hier.\n\n[y]: z.md`],
    ['within a link by its own words', 'Zie [x¦][] hier.\n\n[x]: z.md', `Zie [x][] [${KEY}, p. 22] hier.\n\n[x]: z.md`],
    [
      'within words with an address elsewhere',
      'Zie [x¦] hier.\n\n[x]: z.md',
      `Zie [x] [${KEY}, p. 22] hier.\n\n[x]: z.md`,
    ],
    ['behind a star that begins a line', '*¦[OV]: bus', `[${KEY}, p. 22] *[OV]: bus`],
    ['behind a dash before a hard space', '-¦\u00a0een', `[${KEY}, p. 22]-\u00a0een`],
    ['between a caption and its table', ': c\n¦\n|a|\n|-|\n|b|', `: c [${KEY}, p. 22]\n\n|a|\n|-|\n|b|`],
    ['within the line below a heading', ' De kop\n -¦--\n\nTekst.', ` De kop [${KEY}, p. 22]\n ---\n\nTekst.`],
    ['in a heading', '## De kop¦\n\nTekst.', `## De kop [${KEY}, p. 22]\n\nTekst.`],
    [
      'in a heading with a name of its own',
      '## De kop¦ {#x}\n\n[Zie](#de-kop)',
      `## De kop [${KEY}, p. 22] {#x}\n\n[Zie](#de-kop)`,
    ],
  ])('%s', (_, before, after) => {
    expect(inserted(before)).toBe(after);
  });

  test('as a note is no label of the brackets before it', () => {
    expect(inserted('Zie [@jansen]¦.', 'voetnoot')).toMatch(/^Zie \[@jansen\] \[\^1\]\.\n/);
    expect(inserted('¦:bus: Zo.', 'voetnoot')).toMatch(/^\[\^1\] :bus: Zo\.\n/);
    expect(inserted('Zie.[^a]¦ Zo.\n\n[^a]: A.', 'voetnoot')).toMatch(/^Zie\.\[\^a\]\[\^1\] Zo\.\n/);
    expect(citedAtFinding('- In drie dorpen is een bushalte verdwenen [zie boven]\n', 'voetnoot')).toContain(
      'boven] [^1]\n',
    );
  });

  test.each([
    ['between a table and its caption', '|a|\n|-|\n|b|\n¦\n: c'],
    ['in code', '```\na ¦\n```'],
    ['on an empty line of code', '```\na\n¦\nb\n```'],
    ['in the front matter', '---\ntitle: ¦\n---\n\nTekst.'],
    ['beside a command of LaTeX', '¦\\newpage\n\nTekst.'],
    ['in HTML', '<div>¦</div>\n'],
    ['in a table of which dashes show the columns', 'Een¦    Twee\n-----  -----\na      b'],
    ['in a heading to which the text links by its own name', '## De kop (2)¦\n\nZie [boven](#de-kop-2).'],
    ['in a heading to which the text links by its words', '## De kop¦\n\nZie [de kop].'],
  ])('not %s', (_, text) => {
    expect(inserted(text)).toBeUndefined();
  });
});

describe('a source for a sentence', () => {
  const STOPS = 'In drie dorpen is een bushalte verdwenen';
  const CITED = `[${KEY}, p. 22]`;
  const cited = (text: string, style: CitationStyle = 'pandoc'): string => citedAtFinding(text, style);

  test.each([
    [
      'behind an abbreviation',
      `${STOPS} volgens dhr. Jansen t.o.v. vorig jaar. En.`,
      `${STOPS} volgens dhr. Jansen t.o.v. vorig jaar ${CITED}. En.`,
    ],
    ['in emphasis', `**${STOPS}.** Wij gaan.`, `**${STOPS} ${CITED}.** Wij gaan.`],
    ['in quotes', `‘${STOPS}.’ Wij gaan.`, `‘${STOPS} ${CITED}.’ Wij gaan.`],
    ['before a note', `${STOPS}.[^1] Wij gaan.\n\n[^1]: Noot.`, `${STOPS} ${CITED}.[^1] Wij gaan.\n\n[^1]: Noot.`],
    ['before a break', `${STOPS}.<br> Wij gaan.`, `${STOPS} ${CITED}.<br> Wij gaan.`],
    ['beside an emoji', `${STOPS}. 🚌 Wij gaan.`, `${STOPS} ${CITED}. 🚌 Wij gaan.`],
    ['before a mark and a question', `${STOPS}?! Wij gaan.`, `${STOPS} ${CITED}?! Wij gaan.`],
    ['before points that stand apart', `${STOPS} … Wij gaan.`, `${STOPS} ${CITED} … Wij gaan.`],
    [
      'before an anchor from Word',
      `${STOPS}.[]{#_Ref1 .anchor} Wij gaan.`,
      `${STOPS} ${CITED}.[]{#_Ref1 .anchor} Wij gaan.`,
    ],
    ['beside a source behind it', `${STOPS}. [@a, p. 3] Wij gaan.`, `${STOPS}. [@a, p. 3; ${KEY}, p. 22] Wij gaan.`],
    ['beside a mail address', `${STOPS} [info@x.nl]. Wij gaan.`, `${STOPS} [info@x.nl] ${CITED}. Wij gaan.`],
    ['beside a link', `${STOPS} [a@b](x.md). Wij gaan.`, `${STOPS} [a@b](x.md) ${CITED}. Wij gaan.`],
    [
      'with a note in between',
      `${STOPS}^[Zie het nieuws. Echt.], zegt men. Wij.`,
      `${STOPS}^[Zie het nieuws. Echt.], zegt men ${CITED}. Wij.`,
    ],
    ['before attributes', `# ${STOPS} {#halte}`, `# ${STOPS} ${CITED} {#halte}`],
    ['in a list', `- ${STOPS};\n- een.\n`, `- ${STOPS} ${CITED};\n- een.\n`],
    ['before a comment', `- ${STOPS} <!-- concept -->`, `- ${STOPS} ${CITED} <!-- concept -->`],
  ])('%s', (_, before, after) => {
    expect(cited(before)).toBe(after);
  });

  test.each([
    ['behind the stop', `${STOPS}. Wij gaan.`, `${STOPS}.[^1] Wij`],
    ['behind the note that is there', `${STOPS}.[^1] Wij gaan.\n\n[^1]: Noot.`, `${STOPS}.[^1][^2] Wij`],
    ['behind closing emphasis', `**${STOPS}.** Wij gaan.`, `**${STOPS}.**[^1] Wij`],
    ['behind an abbreviation', `${STOPS} bij o.a. Waterdam. Wij gaan.`, `${STOPS} bij o.a. Waterdam.[^1] Wij`],
  ])('as a note %s', (_, before, after) => {
    expect(cited(before, 'voetnoot')).toContain(after);
  });

  test('as a note stands before code or a comment that nothing closes', () => {
    for (const open of ['```\ncode\n', '<!-- later\n']) {
      const result = cited(`${STOPS}.\n\n${open}`, 'voetnoot');
      expect(result).toMatch(/^In drie.+\[\^1\]\n\n\[\^1\]: .+\n\n/);
      expect(result.endsWith(`\n\n${open}`)).toBe(true);
    }
  });

  test('in a note stands in the note', () => {
    expect(cited(`Wij.[^1]\n\n[^1]: ${STOPS}.\n`, 'voetnoot')).toBe(`Wij.[^1]\n\n[^1]: ${STOPS} ${CITED}.\n`);
  });

  test('is not offered in a grid table', () => {
    const line = '+--------------------------------------------+';
    const table = `${line}\n| ${STOPS}.  |\n${line}\n`;
    expect(cited(table)).toBe(table);
  });
});
