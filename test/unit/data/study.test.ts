import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { indexStudy } from '../../../server/src/core/study/index.js';
import type { Entry, Perspective, Term } from '../../../server/src/core/study/model.js';
import { type CompiledStudy, compileStudy } from '../../../server/src/tools/compile/compile-study.js';

const DATA = join(import.meta.dirname, '../../../data/trendstudie');
const compiled = compileStudy(DATA);
if ('faults' in compiled) throw new Error(compiled.faults.join('\n'));
const { study, signals } = compiled as CompiledStudy;
const index = indexStudy(study);
const words = (text: string): number => text.trim().split(/\s+/).length;
const idsOf = (items: readonly { id: string }[]): string[] => items.map(({ id }) => id);

describe('the study', () => {
  test('its inventory is whole: 157 numbers, each in one place', () => {
    const numbers = index.entries.flatMap((entry) => entry.inventory);
    expect(numbers.length - new Set(numbers).size).toBe(0);
    expect(numbers.length).toBe(157);
  });

  test('ids are lower-case words with hyphens, each once', () => {
    const ids = [...idsOf(index.entries), ...idsOf(study.terms)];
    expect(ids.filter((id, i) => ids.indexOf(id) !== i)).toEqual([]);
    expect(ids.filter((id) => !/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(id))).toEqual([]);
  });

  test('every trend leads to an opgave, with the reason, and every opgave is led to', () => {
    expect(idsOf(study.trends.filter((trend) => trend.opgaven.length === 0))).toEqual([]);
    expect(
      study.trends.flatMap(({ id, opgaven }) =>
        opgaven.filter(({ why }) => !why?.trim()).map((to) => `${id} → ${to.id}`),
      ),
    ).toEqual([]);
    expect(idsOf(study.opgaven.filter(({ id }) => index.trendsLeadingTo(id).length === 0))).toEqual([]);
  });

  test('every link leads somewhere', () => {
    const links = [...index.entries, ...study.terms].flatMap((item) => [
      ...item.see,
      ...('opgaven' in item ? idsOf(item.opgaven) : []),
      ...('serves' in item ? item.serves : []),
    ]);
    expect(links.filter((id) => !index.find(id))).toEqual([]);
  });

  test('pages lie within the chapter of the theme', () => {
    const themes = new Map(study.themes.map((theme) => [theme.id, theme.pages]));
    const outside = [...study.trends, ...study.opgaven, ...study.perspectives].filter(({ theme, pages }) => {
      const [first, last] = pages!;
      const [from, to] = themes.get(theme)!;
      return first > last || first < from || last > to;
    });
    expect(idsOf(outside)).toEqual([]);
  });

  test('a summary has 40 to 120 words', () => {
    const long = index.entries.filter(({ summary }) => words(summary) < 40 || words(summary) > 120);
    expect(long.map(({ id, summary }) => `${id}: ${words(summary)}`)).toEqual([]);
  });

  test('every opgave offers directions and a first sentence', () => {
    expect(idsOf(study.opgaven.filter(({ directions, stance }) => directions.length === 0 || !stance.trim()))).toEqual(
      [],
    );
  });

  test('it is deep enough to write with: 300 figures, 250 terms, 83 municipalities besides the G4', () => {
    expect(index.entries.flatMap((entry) => entry.figures).length).toBeGreaterThanOrEqual(300);
    expect(study.terms.length).toBeGreaterThanOrEqual(250);
    expect(study.municipalities.filter(({ group }) => group === 'G40')).toHaveLength(40);
    expect(study.municipalities.filter(({ group }) => group === 'M50')).toHaveLength(43);
  });

  test('all municipalities of 2026 are there, by names that are of one each', () => {
    expect(study.municipalities).toHaveLength(342);
    expect(new Set(study.municipalities.map(({ province }) => province)).size).toBe(12);
    const successor = study.municipalities.find(({ former }) => former.includes('Heerhugowaard'))!;
    expect(successor).toMatchObject({ name: 'Dijk en Waard', group: 'M50', province: 'Noord-Holland' });
    const names = study.municipalities.flatMap(({ name, variants, former }) => [name, ...variants, ...former]);
    expect(names.filter((name, i) => names.indexOf(name) !== i)).toEqual([]);
  });

  test('an area of a figure that is a municipality or a region is known by that name', () => {
    const known = new Set(study.municipalities.flatMap(({ areas }) => areas));
    const others = ['G4', 'G40', 'M50', 'G4 en G40', 'G40 en M50', 'Rest van Nederland', 'Denemarken', 'Parijs'];
    const areas = index.entries.flatMap(({ figures }) => figures.flatMap(({ area }) => area ?? []));
    expect(areas.filter((area) => !known.has(area) && !others.includes(area))).toEqual([]);
  });

  test('it says what it rests on: the page of a link, the note or source of a figure, who acts on a direction', () => {
    const links = study.trends.flatMap(({ opgaven }) => opgaven);
    expect(links.filter(({ page }) => page !== undefined).length).toBeGreaterThanOrEqual(100);
    const figures = index.entries.flatMap((entry) => entry.figures);
    expect(figures.filter(({ note, source }) => note ?? source).length).toBeGreaterThanOrEqual(250);
    const directions = [...study.opgaven, ...study.perspectives].flatMap(({ directions }) => directions);
    expect(directions.filter(({ who }) => who.length === 0)).toEqual([]);
    expect(directions.filter(({ example }) => example).length).toBeLessThan(directions.length / 20);
    expect(study.opgaven.filter(({ choices }) => choices.length > 0).length).toBeGreaterThan(study.opgaven.length / 2);
  });

  test('a note about a municipality belongs to an entry', () => {
    expect(study.localNotes.length).toBeGreaterThanOrEqual(100);
    expect(study.localNotes.filter(({ see }) => index.find(see)?.kind === 'term' || !index.find(see))).toEqual([]);
  });

  test('a figure has its number, what it measures and a page', () => {
    const figures = index.entries.flatMap((entry) => entry.figures.map((figure) => ({ id: entry.id, ...figure })));
    expect(figures.filter(({ text, about, page }) => !text.trim() || !about.trim() || !((page ?? 0) > 0))).toEqual([]);
  });
});

describe('what it asks of itself beyond the form of a study', () => {
  const folder = join(DATA, 'terms');
  // Their kind is for who keeps the list: it is not read.
  const termsAsWritten = readdirSync(folder).flatMap(
    (name) => (parse(readFileSync(join(folder, name), 'utf8')) as { terms: { kind?: string }[] }).terms,
  );
  const between = (least: number, most: number, texts: readonly (string | undefined)[]): (string | undefined)[] =>
    texts.filter((text) => text !== undefined && (text.length < least || text.length > most));
  const entries = [...index.entries, ...study.parts];
  const headed = [...study.trends, ...study.opgaven, ...study.perspectives];
  const directions = [...study.opgaven, ...study.perspectives].flatMap((item) => item.directions);

  test('everything has its place in the study', () => {
    expect(idsOf(entries.filter(({ pages }) => pages === undefined))).toEqual([]);
    expect(idsOf(index.entries.filter(({ inventory }) => inventory.length === 0))).toEqual([]);
    expect(idsOf(headed.filter(({ section }) => !/^\d+(?:\.\d+)?$/.test(section)))).toEqual([]);
    const paged = [
      ...entries.flatMap(({ figures, notes }) => [...figures, ...notes]),
      ...directions.filter(({ example }) => !example),
      ...study.opgaven.flatMap(({ choices }) => choices),
      ...study.trends.flatMap(({ opgaven }) => opgaven.filter(({ indirect }) => indirect)),
      ...study.localNotes,
      ...study.charts,
    ];
    expect(paged.filter(({ page }) => page === undefined)).toEqual([]);
    expect(study.trends.flatMap(({ opgaven }) => opgaven.filter(({ stated }) => stated))).toEqual([]);
  });

  test('a list says nothing twice, and numbers and kinds have one form', () => {
    const lists = [
      ...entries.flatMap(({ see, elsewhere, aliases, inventory }) => [see, elsewhere, aliases, inventory]),
      ...study.terms.flatMap(({ see, variants, pages }) => [see, variants, pages]),
    ];
    expect(lists.filter((list) => new Set<unknown>(list).size < list.length)).toEqual([]);
    const numbers = entries.flatMap(({ inventory }) => inventory);
    expect(numbers.filter((number) => !/^(?:h|ht|ho|t|o|p)\d+(?:[.-]\d+)*$/.test(number))).toEqual([]);
    const kinds = new Set(termsAsWritten.map(({ kind }) => kind));
    expect([...kinds].sort()).toEqual(['concept', 'groep', 'instrument', 'organisatie', 'programma', 'wet']);
  });

  test.each([
    ['a short text', 40, 260, entries.map(({ short }) => short)],
    ['a summary', 200, 1200, entries.map(({ summary }) => summary)],
    ['the name of a theme', 1, 30, study.themes.map(({ name }) => name)],
    ['a heading', 3, 200, headed.map(({ heading }) => heading)],
    ['what a figure measures', 8, 300, entries.flatMap(({ figures }) => figures.map(({ about }) => about))],
    ['what a note is beside', 2, 60, entries.flatMap(({ notes }) => notes.map(({ about }) => about))],
    ['what came later', 10, 240, [...entries, ...study.terms].map(({ later }) => later)],
    ['a slip', 20, 240, [...entries, ...study.terms].map(({ erratum }) => erratum)],
    ['why an opgave follows', 10, 160, study.trends.flatMap(({ opgaven }) => opgaven.map(({ why }) => why))],
    ['a direction', 10, 180, directions.map(({ text }) => text)],
    ['a side of a choice', 3, 90, study.opgaven.flatMap(({ choices }) => choices.flatMap(({ options }) => options))],
    ['a first sentence', 20, 140, study.opgaven.map(({ stance }) => stance)],
    ['a definition', 40, 320, study.terms.map(({ definition }) => definition)],
    ['a note on a municipality', 40, 220, study.localNotes.map(({ text }) => text)],
    ['an id', 1, 50, [...idsOf(entries), ...idsOf(study.terms)]],
  ])('%s has %i to %i characters', (_, least, most, texts) => {
    expect(between(least, most, texts)).toEqual([]);
  });
});

describe('the terms', () => {
  test('a term has a definition, pages in the study and links', () => {
    const wanting = study.terms.filter(
      ({ definition, pages, see }) => !definition.trim() || pages.length === 0 || see.length === 0,
    );
    expect(idsOf(wanting)).toEqual([]);
    const themes = study.themes.map(({ pages }) => pages!);
    const [first, last] = [4, Math.max(...themes.map(([, to]) => to))];
    expect(idsOf(study.terms.filter(({ pages }) => pages.some((page) => page < first || page > last)))).toEqual([]);
  });

  test('a form of words names one term', () => {
    const owners = new Map<string, Set<string>>();
    for (const { id, title, variants } of study.terms)
      for (const form of [title, ...variants])
        owners.set(form.toLowerCase(), (owners.get(form.toLowerCase()) ?? new Set()).add(id));
    expect(
      [...owners].filter(([, ids]) => ids.size > 1).map(([form, ids]) => `${form}: ${[...ids].join(', ')}`),
    ).toEqual([]);
  });

  test('what came after the study stands apart from what a term means', () => {
    const after = /\b202[3-9]\b|\bsinds 2022\b|\binmiddels\b/;
    expect(idsOf(study.terms.filter(({ definition }) => after.test(definition)))).toEqual([]);
    expect(study.terms.filter(({ later }) => later !== undefined).length).toBeGreaterThan(10);
  });
});

describe('the perspectives', () => {
  test('each has ways to act and opgaven that it serves; one asks the seven questions of the IAK', () => {
    expect(idsOf(study.perspectives.filter(({ directions, serves }) => !directions.length || !serves.length))).toEqual(
      [],
    );
    expect((index.find('handelen-met-kennis') as Perspective).questions).toHaveLength(7);
  });
});

describe('what a reader meets', () => {
  const texts = [
    ...index.entries.flatMap((entry) => [
      entry.short,
      entry.summary,
      ...('directions' in entry ? entry.directions.map(({ text }) => text) : []),
      ...('questions' in entry ? entry.questions : []),
      ...('stance' in entry ? [entry.stance] : []),
      ...('opgaven' in entry ? entry.opgaven.map(({ why }) => why) : []),
      ...entry.figures.map(({ about }) => about),
    ]),
    ...study.parts.flatMap(({ short, summary }) => [short, summary]),
    ...index.entries.flatMap(({ notes }) => notes.map(({ about }) => about)),
    ...study.terms.map(({ definition }) => definition),
    ...[...study.parts, ...index.entries, ...study.terms].flatMap(({ later, erratum }) => [later ?? '', erratum ?? '']),
    ...study.localNotes.map(({ text }) => text),
  ];

  test('what a writer takes over tells nobody what to do: it says no ‘moet’ and no ‘je’', () => {
    const taken = index.entries.flatMap((entry) => [
      ...('directions' in entry ? entry.directions.map(({ text }) => text) : []),
      ...('choices' in entry ? entry.choices.flatMap(({ options }) => options) : []),
      ...('questions' in entry ? entry.questions : []),
      ...('stance' in entry ? [entry.stance] : []),
    ]);
    expect(taken.filter((text) => /\bmoet(?:en)?\b|\bje\b/i.test(text))).toEqual([]);
  });

  test('no text tells a party what to want', () => {
    const commands = /\bdien(?:t|en) te\b|\bjouw\b|\b(?:u|uw \w+|partij(?:en)?|fracties?|programma’?s?) moet/i;
    expect(texts.filter((text) => commands.test(text))).toEqual([]);
  });

  test('no text has a space too many, an unfinished mark or a straight quotation mark', () => {
    expect(texts.filter((text) => / {2}|\s[,.;:]|^\s|\s$|"|\.\.$/.test(text))).toEqual([]);
  });
});

describe('links across the chapters', () => {
  const chapterOf = (id: string): string => index.themeOf(index.find(id) as Entry | Term).section;
  /** Chapters that are reached from an entry by its links, there or back. */
  const around = (id: string): Set<string> => {
    const there = index.entries.filter((entry) => entry.id === id || entry.see.includes(id)).map((entry) => entry.id);
    return new Set([...there, ...index.find(id)!.see].map(chapterOf));
  };

  test.each([
    ['kwetsbare-wijken', ['1', '5', '6', '9']],
    ['menselijke-maat-sociaal-domein', ['1', '4', '9']],
    ['kwantitatieve-woningmismatch', ['2', '6']],
    ['welzijn-en-zorg-voor-ouderen', ['2', '4', '6', '9']],
  ])('%s joins chapters %j', (id, chapters) => {
    for (const chapter of chapters) expect([...around(id)]).toContain(chapter);
  });
});

describe('the signals', () => {
  test('every theme, trend and opgave has a signal that is not weak', () => {
    const strong = new Set<string>();
    for (const [signal, label] of signals.labelOf.entries())
      if (!signals.weak[signal]) strong.add(signals.labels[label]!);
    // The last chapter is about ways to act: nothing in a programme belongs to it alone.
    const themes = study.themes.filter(({ id }) => study.opgaven.some(({ theme }) => theme === id));
    const entries = [...themes, ...study.trends, ...study.opgaven];
    expect(idsOf(entries.filter(({ id }) => !strong.has(id)))).toEqual([]);
  });

  test('every label is an entry of the study, or a stand against one', () => {
    const ids = signals.labels.map((label) => label.replace('anders:', ''));
    expect(ids.filter((id) => !index.find(id))).toEqual([]);
  });
});
