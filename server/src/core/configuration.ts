/** What a programme can set, in `.opgavenwijzer.json`; keys and values are Dutch because writers see them. */

export const LEVELS = ['fout', 'waarschuwing', 'informatie', 'hint', 'uit'] as const;
export type Level = (typeof LEVELS)[number];

/** Where a taking-up may stand for a mention to be answered. */
export type Scope = 'programma' | 'document' | 'paragraaf';

/** When an editor shows findings: while typing, on save, or when asked. */
export type Moment = 'typen' | 'opslaan' | 'handmatig';

export const CITATION_STYLES = ['pandoc', 'voetnoot', 'voetnoot-met-naam'] as const;
/** How a source is written: Pandoc's brackets, a footnote with a number, a footnote with a name. */
export type CitationStyle = (typeof CITATION_STYLES)[number];

export interface Configuration {
  /** Keys of the studies that are at work; without it, all there are. */
  readonly studies?: readonly string[];
  /** A municipality; what the study says of it is shown beside the national figures. */
  readonly gemeente?: string;
  readonly reikwijdte: Scope;
  /**
   * Level per rule code, of one study with its key behind it: `opgave-ontbreekt:woonvisie`. A rule that is not named has its
   * own default.
   */
  readonly regels: Readonly<Record<string, Level>>;
  /** Opgaven that the whole programme deliberately leaves out, with the reason. */
  readonly bewustNiet: Readonly<Record<string, string>>;
  /** What is not reported any more, each as {@link silenceOf} writes it. */
  readonly nietMelden: readonly string[];
  /** Words that nothing is told about any more. */
  readonly geenUitleg: readonly string[];
  readonly verwijzing: CitationStyle;
  readonly controle: Moment;
}

/** Whether a document answers for itself: neither findings nor counts look at what lies beside it. */
export const countsAlone = ({ reikwijdte }: Pick<Configuration, 'reikwijdte'>): boolean => reikwijdte !== 'programma';

export const DEFAULT_CONFIGURATION: Configuration = {
  reikwijdte: 'programma',
  regels: {},
  bewustNiet: {},
  nietMelden: [],
  geenUitleg: [],
  verwijzing: 'pandoc',
  controle: 'typen',
};

/** What one place says: the personal settings, or the file of the programme. */
export type ConfigurationLayer = Partial<Configuration>;

/** What holds when several places speak: the last one that says something, rule by rule; what is silent in one of them is silent. */
export function layered(...layers: readonly ConfigurationLayer[]): Configuration {
  return {
    ...Object.assign({}, DEFAULT_CONFIGURATION, ...layers),
    regels: Object.assign({}, ...layers.map(({ regels }) => regels)),
    bewustNiet: Object.assign({}, ...layers.map(({ bewustNiet }) => bewustNiet)),
    nietMelden: joined(layers.map(({ nietMelden }) => nietMelden)),
    geenUitleg: joined(layers.map(({ geenUitleg }) => geenUitleg)),
  };
}

const joined = (lists: readonly (readonly string[] | undefined)[]): string[] => [
  ...new Set(lists.flatMap((list) => list ?? [])),
];

/** The levels of a configuration as they are for one study: what is said of the study alone goes before. */
export function levelsFor(study: string, { regels }: Pick<Configuration, 'regels'>): Configuration['regels'] {
  const own = Object.entries(regels).flatMap(([name, level]) => {
    const { code, id } = silenced(name);
    return id === study ? [[code, level] as const] : [];
  });
  return own.length === 0 ? regels : { ...regels, ...Object.fromEntries(own) };
}

/** A finding of a rule about something of a study, as a configuration names it to hear it no more: `opgave-ontbreekt:wijkenaanpak`. */
export const silenceOf = (code: string, id: string): string => `${code}:${id}`;

/** The rule in that, and what stands behind it. */
export function silenced(entry: string): { readonly code: string; readonly id: string } {
  const [code = '', ...id] = entry.split(':');
  return { code, id: id.join(':') };
}
