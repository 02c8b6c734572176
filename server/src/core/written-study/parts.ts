import { fold } from '../signals/signal.js';
import type {
  Direction,
  Link,
  NamedKind,
  Opgave,
  Pages,
  Part,
  Perspective,
  Remarks,
  Term,
  Theme,
  Trend,
} from '../study/model.js';
import type { Described } from './derived-signals.js';
import { MOST_OPGAVEN } from './form.js';
import { idOf } from './ids.js';
import type {
  ContentsFile,
  OpgaveFile,
  PartFile,
  PerspectiveFile,
  TermFile,
  ThemeFile,
  TrendFile,
} from './study-form.js';
import type { Place } from './yaml-fault.js';
import { count, type YamlFile } from './yaml-file.js';

/** Something that is recognised, with what was written for it. */
interface Recognised extends Described {
  readonly id: string;
  readonly signals: string | undefined;
}

/** Where the title or id of a part stands. */
export interface PartPlace {
  readonly file: string;
  readonly id: string;
  readonly from: number;
  readonly to: number;
}

/** The parts of a study as they are gathered from its files. */
export class Parts {
  readonly parts: Part[] = [];
  readonly themes: Theme[] = [];
  readonly trends: Trend[] = [];
  readonly opgaven: Opgave[] = [];
  readonly perspectives: Perspective[] = [];
  readonly terms: Term[] = [];
  readonly recognised: Recognised[] = [];
  readonly places: PartPlace[] = [];
  private readonly ids = new Map<string, string>();
  private readonly links: {
    readonly file: YamlFile;
    readonly place: Place;
    readonly id: string;
    readonly isOpgave: boolean;
    readonly drop: () => void;
  }[] = [];
  private tooMany = false;

  part(file: YamlFile, list: readonly PartFile[], at: number): void {
    const part = list[at]!;
    const base = this.base(file, list, at, part, 'inleidend deel');
    if (base) this.parts.push({ kind: 'part', ...base, heading: part.heading ?? base.title });
  }

  theme(file: YamlFile, list: readonly ThemeFile[], at: number): void {
    const theme = list[at]!;
    const base = this.base(file, list, at, theme, 'thema');
    if (!base) return;
    this.themes.push({
      kind: 'theme',
      ...base,
      name: theme.name ?? base.title,
      section: theme.section ?? '',
      ...(theme.aside && { aside: theme.aside.map(fold) }),
    });
    this.recognise('theme', base.id, theme);
    const { opgaven = [], trends = [], perspectives = [] } = theme;
    for (const at of opgaven.keys()) {
      if (this.opgaven.length >= MOST_OPGAVEN) {
        this.enough(file, opgaven, at);
        break;
      }
      this.opgave(file, opgaven, at, base.id);
    }
    for (const at of trends.keys()) this.trend(file, trends, at, base.id);
    for (const at of perspectives.keys()) this.perspective(file, perspectives, at, base.id);
  }

  private opgave(file: YamlFile, list: readonly OpgaveFile[], at: number, theme: string): void {
    const opgave = list[at]!;
    const base = this.headed(file, list, at, opgave, 'opgave', theme);
    if (!base) return;
    const choices = (opgave.choices ?? []).flatMap(({ options, ...choice }, i) => {
      const [one, other] = options;
      if (one !== undefined && other !== undefined) return [{ options: [one, other] as const, ...choice }];
      file.fault(file.placeOf(opgave.choices!, i), 'een keuze heeft twee kanten: options: [het een, het ander].');
      return [];
    });
    this.opgaven.push({
      kind: 'opgave',
      ...base,
      stance: opgave.stance ?? '',
      directions: directionsOf(opgave),
      choices,
    });
    this.recognise('opgave', base.id, opgave);
  }

  private trend(file: YamlFile, list: readonly TrendFile[], at: number, theme: string): void {
    const trend = list[at]!;
    const base = this.headed(file, list, at, trend, 'trend', theme);
    if (!base) return;
    const opgaven: Link[] = (trend.opgaven ?? []).map(({ inferred, ...tie }) => ({
      ...tie,
      why: tie.why ?? '',
      ...(inferred || tie.page !== undefined ? {} : { stated: true }),
    }));
    for (const [i, tie] of [...opgaven.entries()])
      this.link(file, file.placeOf(trend.opgaven![i]!, 'id'), tie.id, true, () => remove(opgaven, tie));
    this.trends.push({ kind: 'trend', ...base, opgaven });
    this.recognise('trend', base.id, trend);
  }

  private perspective(file: YamlFile, list: readonly PerspectiveFile[], at: number, theme: string): void {
    const perspective = list[at]!;
    const base = this.headed(file, list, at, perspective, 'handelingsperspectief', theme);
    if (!base) return;
    this.perspectives.push({
      kind: 'perspective',
      ...base,
      directions: directionsOf(perspective),
      questions: perspective.questions ?? [],
      serves: this.linked(file, perspective.serves, true),
    });
  }

  /** The terms of a file: they belong to the theme that it names, or else to the first. Asked for when all themes are there. */
  termsIn(file: YamlFile, value: ContentsFile): void {
    const { terms = [], theme = this.themes[0]?.id } = value;
    if (theme === undefined) return;
    if (!this.themes.some(({ id }) => id === theme)) {
      file.fault(
        file.placeOf(value, 'theme'),
        `er is geen thema ‘${theme}’ in deze studie. Neem de id van het thema over, of haal deze regel weg.`,
      );
      return;
    }
    for (const at of terms.keys()) this.term(file, terms, at, theme);
  }

  private term(file: YamlFile, list: readonly TermFile[], at: number, theme: string): void {
    const term = list[at]!;
    const { title, definition, pages = [], variants = [], publication } = term;
    const id = this.id(file, list, at, term);
    if (id === undefined) return;
    const see = this.linked(file, term.see, false);
    this.terms.push({
      kind: 'term',
      id,
      title,
      definition,
      pages,
      variants,
      see,
      theme,
      ...(publication === undefined ? {} : { publication }),
      ...remarks(term),
    });
  }

  /** Ids of what stands in the themes, and the themes themselves. */
  entryIds(): ReadonlySet<string> {
    return new Set(
      [this.themes, this.trends, this.opgaven, this.perspectives].flatMap((list) => list.map(({ id }) => id)),
    );
  }

  /** Every link to something that exists. */
  checkLinks(): void {
    const opgaven = new Set(this.opgaven.map(({ id }) => id));
    for (const { file, place, id, isOpgave, drop } of this.links) {
      if (isOpgave ? opgaven.has(id) : this.ids.has(id)) continue;
      drop();
      const said = isOpgave
        ? `er is geen opgave ‘${id}’ in deze studie. Neem de id van de opgave over`
        : `er is niets met de id ‘${id}’ in deze studie. Neem de id over van wat u bedoelt`;
      file.fault(place, `${said}, of haal deze weg.`);
    }
  }

  private link(file: YamlFile, place: Place, id: string, isOpgave: boolean, drop: () => void): void {
    this.links.push({ file, place, id, isOpgave, drop });
  }

  /** A list of ids, from which those fall that lead nowhere. */
  private linked(file: YamlFile, ids: readonly string[] = [], isOpgave: boolean): readonly string[] {
    const list = [...ids];
    for (const [i, id] of ids.entries()) this.link(file, file.placeOf(ids, i), id, isOpgave, () => remove(list, id));
    return list;
  }

  private enough(file: YamlFile, list: object, at: number): void {
    if (!this.tooMany)
      file.fault(
        file.placeOf(list, at),
        `een studie heeft hoogstens ${count(MOST_OPGAVEN)} opgaven; vanaf hier telt er geen meer mee. Neem alleen op waaraan teksten worden gehouden.`,
      );
    this.tooMany = true;
  }

  private recognise(kind: NamedKind, id: string, item: ThemeFile | TrendFile | OpgaveFile): void {
    const { title, short = '', words = [], signals } = item;
    const directions = 'directions' in item ? directionsOf(item).map(({ text }) => text) : [];
    this.recognised.push({ kind, id, title, short, words, directions, signals });
  }

  private headed(
    file: YamlFile,
    list: object,
    at: number,
    item: PartFile & { readonly section?: string },
    what: string,
    theme: string,
  ) {
    const base = this.base(file, list, at, item, what);
    return base && { ...base, heading: item.heading ?? base.title, section: item.section ?? '', theme };
  }

  private base(file: YamlFile, list: object, at: number, item: PartFile, what: string) {
    const { title, short = '', summary = short, words = [], place } = item;
    const id = this.id(file, list, at, item);
    if (id === undefined) return undefined;
    const pages = this.pagesOf(file, item, what);
    return {
      id,
      title,
      short,
      summary,
      aliases: words,
      elsewhere: this.elsewhere(file, item, pages),
      inventory: item.inventory ?? [],
      figures: item.figures ?? [],
      notes: item.notes ?? [],
      see: this.linked(file, item.see, false),
      ...(pages === undefined ? {} : { pages }),
      ...(place === undefined ? {} : { place }),
      ...remarks(item),
    };
  }

  private pagesOf(file: YamlFile, item: PartFile, what: string): Pages | undefined {
    if (!item.pages) return undefined;
    const [first, last = first] = item.pages;
    if (item.pages.length > 2 || first === undefined || last === undefined || last < first)
      return file.fault(
        file.placeOf(item, 'pages'),
        `bij een ${what} hoort één bladzijde, of de eerste en de laatste: [4, 7].`,
      );
    return [first, last];
  }

  private elsewhere(file: YamlFile, item: PartFile, pages: Pages | undefined): readonly number[] {
    const within = (page: number): boolean => pages !== undefined && page >= pages[0] && page <= pages[1];
    const { elsewhere = [] } = item;
    for (const [i, page] of elsewhere.entries())
      if (within(page)) file.fault(file.placeOf(elsewhere, i), `p. ${page} valt al onder ‘pages’. Haal haar hier weg.`);
    return elsewhere;
  }

  /** Its own id, or one that follows from its title; undefined where another has it. */
  private id(file: YamlFile, list: object, at: number, item: Pick<PartFile, 'id' | 'title'>): string | undefined {
    const id = item.id ?? idOf(item.title);
    const [from, to] = file.placeOf(item, item.id === undefined ? 'title' : 'id');
    const other = this.ids.get(id);
    if (id === '') return file.fault(file.placeOf(list, at), 'uit deze titel volgt geen id. Schrijf er een op: id: …');
    if (other !== undefined) {
      const said = item.id === undefined ? `uit de titel volgt de id ‘${id}’, en die is` : `de id ‘${id}’ is`;
      return file.fault([from, to], `${said} al van ‘${other}’. Geef een van beide een andere id: id: …`);
    }
    this.ids.set(id, item.title);
    for (const key of ['title', 'id']) {
      const [start, end] = file.placeOf(item, key);
      if (end > start) this.places.push({ file: file.name, id, from: start, to: end });
    }
    return id;
  }
}

const directionsOf = ({ directions = [] }: Pick<OpgaveFile, 'directions'>): Direction[] =>
  directions.map((direction) => ({ ...direction, who: direction.who ?? [] }));

const remarks = ({ later, erratum }: Remarks): Remarks => ({
  ...(later === undefined ? {} : { later }),
  ...(erratum === undefined ? {} : { erratum }),
});

function remove<T>(list: T[], item: T): void {
  list.splice(list.indexOf(item), 1);
}
