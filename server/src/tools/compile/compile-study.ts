import { basename, join } from 'node:path';
import type { Language } from '../../core/own-study/language.js';
import { AGAINST } from '../../core/recognition/labels.js';
import { type CompiledSignals, compileSignals } from '../../core/signals/compile-signals.js';
import { parseSignals, type Signal, SignalSyntaxError } from '../../core/signals/signal.js';
import type {
  Citable,
  Entry,
  Opgave,
  Part,
  Perspective,
  Study,
  StudyInfo,
  Term,
  Theme,
  Trend,
} from '../../core/study/model.js';
import {
  checkMunicipalities,
  compileMunicipalities,
  type LocalFile,
  type MunicipalityFacts,
} from './compile-municipalities.js';
import { type DataFault, type DataFile, DataReader } from './load-data.js';

/** The study's own file as it stands on disk: the schema has checked its form, as of the others. */
type StudyFile = StudyInfo & { parts: Partial<Part>[] };

/** A chapter file. */
interface ChapterFile {
  theme: Partial<Theme> & { id: string; number: number };
  trends?: Partial<Trend>[];
  opgaven?: Partial<Opgave>[];
  perspectives?: Partial<Perspective>[];
}

/** What shows a stand against an opgave: a rejection beside its usual means, or its opposite. By the id of the opgave. */
interface AgainstFile {
  afwijzing: string;
  ervoor: string;
  middelen: Record<string, string>;
  tegendeel: Record<string, string>;
}

export interface CompiledStudy {
  readonly study: Study;
  readonly signals: CompiledSignals;
  readonly language: Language;
}

/**
 * Reads a study from its folder and compiles it.
 * @param folder the study, a folder below `data`; beside it stand the schemas, the cues of the language and the municipalities
 * @returns the compiled study, or the faults that stand in the way of it
 */
export function compileStudy(folder: string): CompiledStudy | { readonly faults: readonly DataFault[] } {
  const reader = new DataReader(join(folder, '../schema'));
  const info = reader.file<StudyFile>(join(folder, 'study.yaml'), 'study');
  const chapters = reader.folder<ChapterFile>(join(folder, 'chapters'), 'chapter');
  const terms = reader.folder<Partial<Term>[]>(join(folder, 'terms'), 'terms');
  const signals = reader.folder<Record<string, string>>(join(folder, 'signals'), 'signals');
  const local = reader.file<LocalFile>(join(folder, 'municipalities.yaml'), 'municipalities');
  const facts = reader.file<MunicipalityFacts[]>(join(folder, '../gemeenten.yaml'), 'gemeenten');
  const cues = reader.file<Record<string, string>>(join(folder, '../cues.yaml'), 'signals');
  const words = reader.file<{ leeg: string; algemeen: string }>(
    join(folder, '../gewone-woorden.yaml'),
    'gewone-woorden',
  );
  const against = reader.file<AgainstFile>(join(folder, 'anders.yaml'), 'anders');
  if (!info || !local || !facts || !cues || !words || !against || reader.faults.length > 0)
    return { faults: reader.faults };

  const themes: Theme[] = [];
  const trends: Trend[] = [];
  const opgaven: Opgave[] = [];
  const perspectives: Perspective[] = [];
  const allTerms: Term[] = [];
  for (const { value } of chapters) {
    const { number, ...theme } = value.theme;
    themes.push({ kind: 'theme', ...NOTHING, ...theme, section: String(number) } as unknown as Theme);
    const common = { ...NOTHING, theme: theme.id };
    for (const trend of value.trends ?? []) trends.push({ kind: 'trend', ...common, ...trend } as unknown as Trend);
    for (const opgave of value.opgaven ?? [])
      opgaven.push({ kind: 'opgave', ...common, choices: [], ...opgave } as unknown as Opgave);
    for (const item of value.perspectives ?? []) {
      perspectives.push({ kind: 'perspective', ...common, questions: [], ...item } as unknown as Perspective);
    }
  }
  // A file of terms bears the name of its chapter.
  const themeOfFile = new Map(chapters.map(({ file, value }) => [basename(file), value.theme.id]));
  for (const { file, value } of terms) {
    const theme = themeOfFile.get(basename(file)) ?? themes[0]!.id;
    for (const { term, ...rest } of value as (Partial<Term> & { term: string })[]) {
      // The sort of term that the file names (law, group, …) is not the kind of entry.
      allTerms.push({ variants: [], ...rest, kind: 'term', title: term, theme } as unknown as Term);
    }
  }
  const { parts, ...aboutStudy } = info.value;
  const study: Study = {
    info: aboutStudy,
    parts: parts.map((part) => ({ kind: 'part', ...NOTHING, inventory: [], ...part }) as unknown as Part),
    themes,
    trends,
    opgaven,
    perspectives,
    terms: allTerms,
    ...compileMunicipalities(facts.value, local.value),
  };
  const places = placesOf(study, info, chapters, terms);
  checkIds(reader, places);
  checkLinks(reader, study, places);
  checkPages(reader, study, places);
  checkMunicipalities(reader, study, facts, local);
  const byLabel = [...parseAll(reader, study, [...signals, cues], cues), ...parseAgainst(reader, study, against)];
  if (reader.faults.length > 0) return { faults: reader.faults };
  const language = {
    cues: cues.value,
    empty: words.value.leeg,
    general: words.value.algemeen,
  };
  return { study, signals: compileSignals(byLabel), language };
}

/** What an entry may leave out. */
const NOTHING = { elsewhere: [], aliases: [], figures: [], notes: [], see: [] };

/** Something that can be cited, and where it is written. */
type Place = readonly [file: DataFile, path: readonly (string | number)[], item: Citable];

function placesOf(
  study: Study,
  info: DataFile<StudyFile>,
  chapters: DataFile<ChapterFile>[],
  terms: DataFile<Partial<Term>[]>[],
): Place[] {
  const places: Place[] = study.parts.map((part, i) => [info, ['parts', i], part]);
  for (const file of chapters) {
    const list = (kind: 'trends' | 'opgaven' | 'perspectives', entries: readonly Entry[]) => {
      for (const [i, item] of (file.value[kind] ?? []).entries())
        places.push([file, [kind, i], entries.find((e) => e.id === item.id)!]);
    };
    places.push([file, ['theme'], study.themes.find((theme) => theme.id === file.value.theme.id)!]);
    list('trends', study.trends);
    list('opgaven', study.opgaven);
    list('perspectives', study.perspectives);
  }
  for (const file of terms)
    for (const [i, term] of file.value.entries()) places.push([file, [i], study.terms.find((t) => t.id === term.id)!]);
  return places;
}

function checkIds(reader: DataReader, places: readonly Place[]): void {
  const ids = new Set<string>();
  for (const [file, path, { id }] of places) {
    if (ids.has(id)) reader.fault(file, [...path, 'id'], `id ‘${id}’ bestaat al`);
    ids.add(id);
  }
}

/** Every link to something that exists, every opgave led to. */
function checkLinks(reader: DataReader, study: Study, places: readonly Place[]): void {
  const ids = new Set(places.map(([, , { id }]) => id));
  const led = new Set(study.trends.flatMap((trend) => trend.opgaven.map((opgave) => opgave.id)));
  const opgaven = new Set(study.opgaven.map((opgave) => opgave.id));
  for (const [file, path, item] of places) {
    for (const [i, id] of item.see.entries())
      if (!ids.has(id)) reader.fault(file, [...path, 'see', i], `‘${id}’ bestaat niet`);
    if (item.kind === 'trend') {
      for (const [i, { id }] of item.opgaven.entries()) {
        if (!opgaven.has(id)) reader.fault(file, [...path, 'opgaven', i], `opgave ‘${id}’ bestaat niet`);
      }
    }
    if (item.kind === 'perspective') {
      for (const [i, id] of item.serves.entries()) {
        if (!opgaven.has(id)) reader.fault(file, [...path, 'serves', i], `opgave ‘${id}’ bestaat niet`);
      }
    }
    if (item.kind === 'opgave' && !led.has(item.id))
      reader.fault(file, path, `geen trend leidt tot opgave ‘${item.id}’`);
  }
}

/** Every page that is named is one of the study; a page outside those of an entry is not within them as well. */
function checkPages(reader: DataReader, { parts, themes }: Study, places: readonly Place[]): void {
  const all = [...parts, ...themes].flatMap(({ pages = [] }) => pages);
  const [first, last] = [Math.min(...all), Math.max(...all)];
  for (const [file, path, item] of places) {
    const check = (page: number | undefined, ...at: (string | number)[]): void => {
      if (page !== undefined && (page < first || page > last))
        reader.fault(file, [...path, ...at], `de studie loopt van p. ${first} tot en met p. ${last}`);
    };
    for (const [i, page] of (item.pages ?? []).entries()) check(page, 'pages', i);
    if (item.kind === 'term') continue;
    for (const [i, page] of item.elsewhere.entries()) {
      check(page, 'elsewhere', i);
      if (item.pages && page >= item.pages[0] && page <= item.pages[1])
        reader.fault(file, [...path, 'elsewhere', i], `p. ${page} valt al onder ‘pages’`);
    }
    const { opgaven = [], directions = [], choices = [] } = item as Partial<Trend & Opgave>;
    for (const [list, named] of Object.entries({
      opgaven,
      directions,
      choices,
      figures: item.figures,
      notes: item.notes,
    }))
      for (const [i, { page }] of named.entries()) check(page, list, i);
  }
}

/** Parses the signals of every file; faults get the line and column in that file. */
function parseAll(
  reader: DataReader,
  study: Study,
  files: readonly DataFile<Record<string, string>>[],
  cues: DataFile<Record<string, string>>,
): [string, Signal[]][] {
  const known = new Set([...study.themes, ...study.trends, ...study.opgaven].map((entry) => entry.id));
  const byLabel: [string, Signal[]][] = [];
  for (const file of files) {
    for (const [id, block] of Object.entries(file.value)) {
      if (file !== cues && !known.has(id)) reader.fault(file, [id], `‘${id}’ is geen thema, trend of opgave`);
      byLabel.push([file === cues ? `cue:${id}` : id, inAlphabet(parsed(reader, file, [id], block))]);
    }
  }
  return byLabel;
}

/**
 * Signals of stands against opgaven. One that stands right before a means, or the opposite of the opgave, is sure; a means
 * with a rejection anywhere near it is weak, as is whatever is marked so.
 */
function parseAgainst(reader: DataReader, study: Study, file: DataFile<AgainstFile>): [string, Signal[]][] {
  const { afwijzing, ervoor, middelen, tegendeel } = file.value;
  const rejections = parsed(reader, file, ['afwijzing'], afwijzing);
  const before = parsed(reader, file, ['ervoor'], ervoor);
  const ids = new Set([...Object.keys(middelen), ...Object.keys(tegendeel)]);
  return [...ids].map((id) => {
    if (!study.opgaven.some((opgave) => opgave.id === id))
      reader.fault(file, [id in middelen ? 'middelen' : 'tegendeel', id], `‘${id}’ is geen opgave`);
    const rejected = parsed(reader, file, ['middelen', id], middelen[id] ?? '').flatMap((means) => [
      ...rejections.map((rejection) => ({
        ...means,
        source: `${means.source} ~ ${rejection.source}`,
        weak: true,
        near: [...means.near, ...rejection.near],
      })),
      ...(means.weak ? [] : before.map((rejection) => rightBefore(rejection, means))),
    ]);
    return [
      `${AGAINST}${id}`,
      inAlphabet([...rejected, ...parsed(reader, file, ['tegendeel', id], tegendeel[id] ?? '')]),
    ];
  });
}

/** A means with a rejection right before it. */
function rightBefore(rejection: Signal, means: Signal): Signal {
  const [first, ...rest] = means.near;
  return {
    ...means,
    source: `${rejection.source} ${means.source}`,
    near: [rejection.near[0]!.flatMap((refused) => first!.map((phrase) => [...refused, ...phrase])), ...rest],
    not: [...means.not, ...rejection.not],
  };
}

/** In the order of the alphabet the table packs smaller. */
const inAlphabet = (signals: Signal[]): Signal[] => signals.sort((a, b) => (a.source < b.source ? -1 : 1));

/** The signals of a block of text at a path in a file. */
function parsed(reader: DataReader, file: DataFile, path: readonly string[], block: string): Signal[] {
  try {
    return parseSignals(block);
  } catch (error) {
    if (!(error instanceof SignalSyntaxError)) throw error;
    // A block scalar starts on the line below its key, indented by two for every step of the path.
    const { line } = file.place(path);
    reader.faults.push({
      file: file.file,
      line: line + 1 + error.line,
      column: error.column + 1 + 2 * path.length,
      message: error.message,
    });
    return [];
  }
}
