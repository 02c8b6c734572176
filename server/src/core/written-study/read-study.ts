import { basesOnce } from '../dutch/inflection.js';
import { AGAINST } from '../recognition/labels.js';
import { REJECTS } from '../recognition/refusals.js';
import { type CompiledSignals, compileSignals } from '../signals/compile-signals.js';
import type { Signal } from '../signals/signal.js';
import type { NamedKind, Study, StudyInfo } from '../study/model.js';
import { checkPages } from './check-pages.js';
import { asWritten, derivedSignals } from './derived-signals.js';
import { MOST_FAULTS } from './form.js';
import type { Language } from './language.js';
import { localStudy, type MunicipalityFacts } from './local-study.js';
import { type PartPlace, Parts } from './parts.js';
import { type HeadFile, MORE_FORM, STUDY_FORM } from './study-form.js';
import { type WrittenSignals, writtenSignals } from './written-signals.js';
import { count, type ReadFile, type StudyFault, YamlFile } from './yaml-file.js';

/** Text of a file of a study. */
export interface StudyText {
  readonly name: string;
  readonly text: string;
}

/** A study that was read. What it is recognised by is found out when it is asked for: a file that is being written is read after every key. */
export interface ReadStudy extends Recognition {
  readonly study: Study;
  /** The signals that its writer wrote. */
  readonly written: WrittenSignals;
}

interface Recognition {
  readonly signals: CompiledSignals;
  /** By id the signals of its part, in the notation; and whether they follow from title, words and directions. */
  readonly recognisedBy: ReadonlyMap<string, { readonly signals: string; readonly derived: boolean }>;
}

/** What came of reading a study: where a key or title is missing there is none; all else is left out, and told. */
export interface StudyReading {
  readonly read?: ReadStudy;
  readonly faults: readonly StudyFault[];
  /** Places of the titles and ids, for whoever shows more about what they are of. */
  readonly places: readonly PartPlace[];
}

/**
 * Reads a study from the texts of its files, `studie.yaml` first.
 * @param municipalities those of today; asked for where the study tells them apart
 * @param taken keys of the studies that come along: a study of one's own has another
 */
export function readStudy(
  texts: readonly StudyText[],
  language: Language,
  municipalities: () => readonly MunicipalityFacts[],
  taken: readonly string[],
): StudyReading {
  const faults: StudyFault[] = [];
  const [first, ...others] = texts.map(({ name, text }) => new YamlFile(name, text, faults));
  if (!first) return { faults, places: [] };
  const readHead = first.read(STUDY_FORM);
  const readOthers = others.map((file) => file.read(MORE_FORM));
  const head: HeadFile = readHead ?? {};
  const files: ReadFile[] = [
    { file: first, value: head },
    ...others.map((file, i) => ({ file, value: readOthers[i] ?? {} })),
  ];
  const told = faults.length;
  const parts = partsOf(files);
  checkPages(head, files);
  const local = localStudy(files, municipalities, parts.entryIds());
  const written = writtenSignals(files, parts);
  // What leads nowhere may lead into a file that cannot be read: that is told, and no more.
  if ([readHead, ...readOthers].includes(undefined)) faults.length = told;
  const { places } = parts;
  const info = infoOf(first, head, taken, parts.opgaven.length > 0, faults.length > 0);
  if (!info) return { faults: inOrder(faults, texts), places };
  const study: Study = {
    info,
    parts: parts.parts,
    themes: parts.themes,
    trends: parts.trends,
    opgaven: parts.opgaven,
    perspectives: parts.perspectives,
    terms: parts.terms,
    ...local,
  };
  let known: Recognition | undefined;
  const recognition = (): Recognition => {
    known ??= recognitionOf(parts, written, language);
    return known;
  };
  const read: ReadStudy = {
    study,
    written,
    get signals() {
      return recognition().signals;
    },
    get recognisedBy() {
      return recognition().recognisedBy;
    },
  };
  return { read, faults: inOrder(faults, texts), places };
}

function partsOf(files: readonly ReadFile[]): Parts {
  const parts = new Parts();
  for (const { file, value } of files) {
    for (const at of value.parts?.keys() ?? []) parts.part(file, value.parts!, at);
    for (const at of value.themes?.keys() ?? []) parts.theme(file, value.themes!, at);
  }
  for (const { file, value } of files) parts.termsIn(file, value);
  parts.checkLinks();
  return parts;
}

const inOrder = (faults: readonly StudyFault[], texts: readonly StudyText[]): StudyFault[] => {
  const order = texts.map(({ name }) => name);
  const all = [...faults].sort((a, b) => order.indexOf(a.file) - order.indexOf(b.file) || a.from - b.from);
  const next = all[MOST_FAULTS];
  if (!next) return all;
  const message = `hierna staat nog ${count(all.length - MOST_FAULTS)} keer iets dat niet klopt. Verbeter eerst wat erboven staat.`;
  return [...all.slice(0, MOST_FAULTS), { ...next, message }];
};

function infoOf(
  file: YamlFile,
  head: HeadFile,
  taken: readonly string[],
  hasOpgaven: boolean,
  isFaulty: boolean,
): StudyInfo | undefined {
  const { key, title } = head;
  if (key === undefined || title === undefined) return undefined;
  if (taken.includes(key))
    return file.fault(
      file.placeOf(head, 'key'),
      `de sleutel ‘${key}’ is van een studie die met Opgavenwijzer meekomt. Kies een andere.`,
    );
  if (!hasOpgaven)
    return isFaulty
      ? undefined
      : file.fault(
          file.placeOf(head, 'key'),
          'de studie heeft nog geen opgaven. Zet onder ‘themes’ een thema met ‘opgaven’.',
        );
  const names = namesOf(file, head);
  return {
    key,
    title,
    name: head.name ?? `de studie ‘${key}’`,
    subtitle: head.subtitle ?? '',
    publisher: head.publisher ?? '',
    place: head.place ?? '',
    url: /^https?:\/\/[^\s<>]+$/.test(head.url ?? '') ? head.url! : '',
    ...(head.year === undefined ? {} : { year: head.year }),
    ...(names === undefined ? {} : { names }),
  };
}

const NAMED = [
  ['theme', 'thema', 'themas'],
  ['trend', 'trend', 'trends'],
  ['opgave', 'opgave', 'opgaven'],
] as const satisfies readonly (readonly [kind: NamedKind, one: string, several: string])[];

function namesOf(file: YamlFile, head: HeadFile): StudyInfo['names'] | undefined {
  const { names } = head;
  if (!names) return undefined;
  const found: { [kind in NamedKind]?: readonly [string, string] } = {};
  for (const [kind, one, several] of NAMED) {
    const [first, second] = [names[one], names[several]];
    if (first !== undefined && second !== undefined) found[kind] = [first, second];
    else if (first !== undefined || second !== undefined)
      file.fault(file.placeOf(head, 'names'), `noem het enkelvoud en het meervoud: { ${one}: …, ${several}: … }.`);
  }
  return found;
}

/** The signals of all parts: as they are written, or as they follow from title, words and directions. */
function recognitionOf(parts: Parts, written: WrittenSignals, language: Language): Recognition {
  const words = (block: string): Set<string> => new Set(block.split(/\s+/));
  const vocabulary = { empty: words(language.empty), general: words(language.general) };
  const bases = basesOnce();
  const derived = derivedSignals(parts.recognised, vocabulary, bases);
  const recognisedBy = new Map<string, { signals: string; derived: boolean }>();
  const byLabel: [string, readonly Signal[]][] = [];
  for (const [i, { id, kind, title }] of parts.recognised.entries()) {
    const signals = written.of.get(id);
    const own = signals === undefined ? derived[i]! : asWritten(signals, derived[i]!);
    const block = signals ?? own.map(({ source }) => source).join('\n');
    recognisedBy.set(id, { signals: block, derived: signals === undefined });
    byLabel.push([id, own]);
    const against = written.against.get(id);
    // What is itself a refusal has no stand against it, unless one is written: another refusal agrees with it.
    if (against || (kind === 'opgave' && !REJECTS.test(title))) byLabel.push([`${AGAINST}${id}`, against ?? []]);
  }
  return { signals: compileSignals(byLabel, bases), recognisedBy };
}
