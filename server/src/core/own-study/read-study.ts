import { AGAINST } from '../recognition/labels.js';
import { type CompiledSignals, compileSignals } from '../signals/compile-signals.js';
import { parseSignals, type Signal } from '../signals/signal.js';
import type { NamedKind, Opgave, Pages, Study, StudyInfo, Term, Theme, Trend } from '../study/model.js';
import { type Described, derivedSignals, weighed } from './derived-signals.js';
import { MORE_FORM, MOST_FAULTS, MOST_OPGAVEN, STUDY_FORM } from './form.js';
import { idOf } from './ids.js';
import type { Language } from './language.js';
import { count, type StudyFault, StudyFile } from './yaml-reader.js';

/** Text of a file of a study. */
export interface StudyText {
  readonly name: string;
  readonly text: string;
}

/** A study that was read. What it is recognised by is found out when it is asked for: a file that is being written is read after every key. */
export interface ReadStudy extends Recognition {
  readonly study: Study;
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
  readonly places: readonly {
    readonly file: string;
    readonly id: string;
    readonly from: number;
    readonly to: number;
  }[];
}

type ItemFile = {
  title?: string;
  id?: string;
  short?: string;
  pages?: readonly number[];
  place?: string;
  words?: readonly string[];
  signals?: string;
};
type OpgaveFile = ItemFile & { directions?: readonly string[] };
type TrendFile = ItemFile & { opgaven?: readonly string[] };
type ThemeFile = ItemFile & { opgaven?: readonly OpgaveFile[]; trends?: readonly TrendFile[] };
type TermFile = Pick<ItemFile, 'title' | 'id' | 'pages'> & { definition?: string; variants?: readonly string[] };
type Contents = { themes?: readonly ThemeFile[]; terms?: readonly TermFile[] };
type Head = Partial<Omit<StudyInfo, 'names' | 'place'>> & { names?: Partial<Record<string, string>> };

/**
 * Reads a study from the texts of its files, `studie.yaml` first.
 * @param taken keys of the studies that come along: a study of one's own has another
 */
export function readStudy(texts: readonly StudyText[], language: Language, taken: readonly string[]): StudyReading {
  const faults: StudyFault[] = [];
  const files = texts.map(({ name, text }, i) => {
    const file = new StudyFile(name, text, faults);
    return { file, value: (file.read(i === 0 ? STUDY_FORM : MORE_FORM) ?? {}) as Head & Contents };
  });
  const parts = new Parts();
  for (const { file, value } of files) {
    for (const [i, theme] of (value.themes ?? []).entries()) parts.theme(file, value.themes!, i, theme);
  }
  for (const { file, value } of files)
    for (const [i, term] of (value.terms ?? []).entries()) parts.term(file, value.terms!, i, term);
  parts.checkLinks();
  const head = files[0];
  const { places } = parts;
  const info = head && infoOf(head.file, head.value, taken, parts.opgaven.length > 0, faults.length > 0);
  if (!info) return { faults: inOrder(faults, texts), places };
  const study: Study = {
    info,
    parts: [],
    themes: parts.themes,
    trends: parts.trends,
    opgaven: parts.opgaven,
    perspectives: [],
    terms: parts.terms,
    municipalities: [],
    localNotes: [],
    charts: [],
  };
  let known: Recognition | undefined;
  const recognised = (): Recognition => {
    known ??= recognition(parts, language);
    return known;
  };
  const read: ReadStudy = {
    study,
    get signals() {
      return recognised().signals;
    },
    get recognisedBy() {
      return recognised().recognisedBy;
    },
  };
  return { read, faults: inOrder(faults, texts), places };
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
  file: StudyFile,
  head: Head,
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
    place: '',
    url: /^https?:\/\/[^\s<>]+$/.test(head.url ?? '') ? head.url! : '',
    ...(head.year === undefined ? {} : { year: head.year }),
    ...(names === undefined ? {} : { names }),
  };
}

const NAMED: readonly (readonly [kind: NamedKind, one: string, several: string])[] = [
  ['theme', 'thema', 'themas'],
  ['trend', 'trend', 'trends'],
  ['opgave', 'opgave', 'opgaven'],
];

function namesOf(file: StudyFile, head: Head): StudyInfo['names'] | undefined {
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

/** Something that is recognised, with what was written for it. */
interface Recognised extends Described {
  readonly id: string;
  readonly signals: string | undefined;
}

/** The parts of a study as they are gathered from its files. */
class Parts {
  readonly themes: Theme[] = [];
  readonly trends: Trend[] = [];
  readonly opgaven: Opgave[] = [];
  readonly terms: Term[] = [];
  readonly recognised: Recognised[] = [];
  readonly places: { file: string; id: string; from: number; to: number }[] = [];
  private readonly ids = new Map<string, string>();
  private readonly links: { file: StudyFile; ids: readonly string[]; trend: string }[] = [];
  private tooMany = false;

  theme(file: StudyFile, list: object, at: number, theme: ThemeFile): void {
    const base = this.base(file, list, at, theme, 'thema');
    if (!base) return;
    this.themes.push({ kind: 'theme', ...base, name: base.title, section: '' });
    this.recognise('theme', base.id, theme);
    const common = { theme: base.id, section: '' };
    for (const [i, opgave] of (theme.opgaven ?? []).entries()) {
      if (this.opgaven.length >= MOST_OPGAVEN) {
        this.enough(file, theme.opgaven!, i);
        break;
      }
      const own = this.base(file, theme.opgaven!, i, opgave, 'opgave');
      if (!own) continue;
      const directions = (opgave.directions ?? []).map((text) => ({ text, who: [] }));
      this.opgaven.push({ kind: 'opgave', ...own, ...common, heading: own.title, stance: '', directions, choices: [] });
      this.recognise('opgave', own.id, opgave);
    }
    for (const [i, trend] of (theme.trends ?? []).entries()) {
      const own = this.base(file, theme.trends!, i, trend, 'trend');
      if (!own) continue;
      const ids = trend.opgaven ?? [];
      this.links.push({ file, ids, trend: own.id });
      const opgaven = ids.map((id) => ({ id, why: '', stated: true as const }));
      this.trends.push({ kind: 'trend', ...own, ...common, heading: own.title, opgaven });
      this.recognise('trend', own.id, trend);
    }
  }

  term(file: StudyFile, list: object, at: number, term: TermFile): void {
    const [theme] = this.themes;
    const { title, definition } = term;
    if (title === undefined || definition === undefined || !theme) return;
    const id = this.id(file, list, at, term, title);
    if (id === undefined) return;
    const { pages = [], variants = [] } = term;
    this.terms.push({ kind: 'term', id, title, definition, pages, variants, see: [], theme: theme.id });
  }

  /** Every link to something that exists. */
  checkLinks(): void {
    const known = new Set(this.opgaven.map(({ id }) => id));
    for (const { file, ids, trend } of this.links) {
      for (const [i, id] of ids.entries())
        if (!known.has(id))
          file.fault(
            file.placeOf(ids, i),
            `er is geen opgave ‘${id}’ in deze studie. Neem de id van de opgave over, of haal deze weg.`,
          );
      const at = this.trends.findIndex((one) => one.id === trend);
      this.trends[at] = { ...this.trends[at]!, opgaven: this.trends[at]!.opgaven.filter(({ id }) => known.has(id)) };
    }
  }

  private enough(file: StudyFile, list: object, at: number): void {
    if (!this.tooMany)
      file.fault(
        file.placeOf(list, at),
        `een studie heeft hoogstens ${count(MOST_OPGAVEN)} opgaven; vanaf hier telt er geen meer mee. Neem alleen op waaraan teksten worden gehouden.`,
      );
    this.tooMany = true;
  }

  private recognise(
    kind: NamedKind,
    id: string,
    { title = '', short = '', words = [], directions = [], signals }: OpgaveFile,
  ): void {
    this.recognised.push({ kind, id, title, short, words, directions, signals });
  }

  private base(file: StudyFile, list: object, at: number, item: ItemFile, what: string) {
    const { title, short = '', words = [], place } = item;
    if (title === undefined) return undefined;
    const id = this.id(file, list, at, item, title);
    if (id === undefined) return undefined;
    const pages = this.pagesOf(file, item, what);
    return {
      id,
      title,
      short,
      summary: short,
      aliases: words,
      elsewhere: [],
      inventory: [],
      figures: [],
      notes: [],
      see: [],
      ...(pages === undefined ? {} : { pages }),
      ...(place === undefined ? {} : { place }),
    };
  }

  private pagesOf(file: StudyFile, item: ItemFile, what: string): Pages | undefined {
    if (!item.pages) return undefined;
    const [first, last = first] = item.pages;
    if (item.pages.length > 2 || first === undefined || last === undefined || last < first)
      return file.fault(
        file.placeOf(item, 'pages'),
        `bij een ${what} hoort één bladzijde, of de eerste en de laatste: [4, 7].`,
      );
    return [first, last];
  }

  /** Its own id, or one that follows from its title; undefined where another has it. */
  private id(file: StudyFile, list: object, at: number, item: ItemFile, title: string): string | undefined {
    const id = item.id ?? idOf(title);
    const [from, to] = file.placeOf(item, item.id === undefined ? 'title' : 'id');
    const other = this.ids.get(id);
    if (id === '') return file.fault(file.placeOf(list, at), 'uit deze titel volgt geen id. Schrijf er een op: id: …');
    if (other !== undefined) {
      const said = item.id === undefined ? `uit de titel volgt de id ‘${id}’, en die is` : `de id ‘${id}’ is`;
      return file.fault([from, to], `${said} al van ‘${other}’. Geef een van beide een andere id: id: …`);
    }
    this.ids.set(id, title);
    for (const key of ['title', 'id']) {
      const [start, end] = file.placeOf(item, key);
      if (end > start) this.places.push({ file: file.name, id, from: start, to: end });
    }
    return id;
  }
}

/** The signals of all parts: as they are written, or as they follow from title, words and directions. */
function recognition(parts: Parts, language: Language): Recognition {
  const words = (block: string): Set<string> => new Set(block.split(/\s+/));
  const derived = derivedSignals(parts.recognised, { empty: words(language.empty), general: words(language.general) });
  const recognisedBy = new Map<string, { signals: string; derived: boolean }>();
  const byLabel: [string, Signal[]][] = [];
  for (const [i, { id, kind, title, signals }] of parts.recognised.entries()) {
    const own = signals === undefined ? derived[i]! : parseSignals(signals).map(weighed);
    const block = signals ?? own.map(({ source }) => source).join('\n');
    recognisedBy.set(id, { signals: block, derived: signals === undefined });
    byLabel.push([id, own]);
    // What is itself a refusal has no stand against it: another refusal agrees with it.
    if (kind === 'opgave' && !REJECTS.test(title)) byLabel.push([`${AGAINST}${id}`, []]);
  }
  return { signals: compileSignals(byLabel), recognisedBy };
}

const REJECTS = /\b(?:geen|niet|nooit|niets|nergens|zonder)\b/i;
