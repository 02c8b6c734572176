import {
  type CitationStyle,
  type Configuration,
  DEFAULT_CONFIGURATION,
  type Level,
  type Moment,
  type Scope,
} from '../core/index.js';

/** What a setting can be: its kind decides how it is read, checked and described. */
export type Kind =
  | {
      readonly kind: 'choice';
      /** By value, what it does. */
      readonly options: Readonly<Record<string, string>>;
      readonly default: string;
    }
  | { readonly kind: 'switch'; readonly default: boolean }
  | { readonly kind: 'text' }
  /** Keys of studies that there are. */
  | { readonly kind: 'studies' }
  /** A municipality of the study. */
  | { readonly kind: 'municipality' }
  /** By rule, one of {@link LEVEL_TEXTS}. */
  | { readonly kind: 'levels' }
  /** By opgave, a reason. */
  | { readonly kind: 'reasons' }
  /** Findings about something of a study, as {@link silenceOf} writes them. */
  | { readonly kind: 'findings' }
  /** Words of a text. */
  | { readonly kind: 'words' };

/** A setting, in the words of whoever sets it. */
export type Setting = Kind & {
  readonly text: string;
  /** In the file of a programme, among the personal settings of an editor, or both; then the file goes before. */
  readonly in: 'file' | 'editor' | 'both';
  /** It holds for a whole window of the editor, not for a folder. */
  readonly window?: true;
};

export const LEVEL_TEXTS: Readonly<Record<Level, string>> = {
  fout: 'een fout',
  waarschuwing: 'een waarschuwing',
  informatie: 'ter informatie',
  hint: 'een onopvallende hint',
  uit: 'niet melden',
};

const ofProgramme = {
  studies: {
    kind: 'studies',
    in: 'file',
    text: 'Waaraan het programma wordt gehouden: de sleutel van een studie die met Opgavenwijzer meekomt, en het pad van een map met een eigen studie, ‘./woonvisie’. Zonder deze instelling geldt wat meekomt.',
  },
  gemeente: {
    kind: 'municipality',
    in: 'both',
    text: 'Uw gemeente: wat de studie over haar of haar regio zegt, staat in de uitleg naast de landelijke cijfers. De naam van voor een herindeling geldt ook.',
  },
  reikwijdte: {
    kind: 'choice',
    in: 'both',
    text: 'Waar een opgave opgepakt mag zijn om niet te worden gemist.',
    options: {
      programma: 'ergens in het programma: alle documenten onder hetzelfde .opgavenwijzer.json',
      document: 'in hetzelfde document',
      paragraaf: 'onder hetzelfde kopje, of een kopje daaronder',
    } satisfies Record<Scope, string>,
    default: DEFAULT_CONFIGURATION.reikwijdte,
  },
  regels: {
    kind: 'levels',
    in: 'both',
    text: 'Per melding het niveau. Wat hier niet staat, houdt zijn gewone niveau. Met de sleutel van een studie erachter, ‘opgave-ontbreekt:woonvisie’, geldt het niveau alleen naast die studie.',
  },
  bewustNiet: {
    kind: 'reasons',
    in: 'file',
    text: 'Opgaven die het hele programma bewust buiten beschouwing laat, met de reden. Een sleutel geldt voor elke studie die haar heeft; met de sleutel van een studie ervoor, ‘studie:opgave’, alleen voor die. In één document kan het ook bovenaan, onder ‘bewust-niet’.',
  },
  nietMelden: {
    kind: 'findings',
    in: 'both',
    text: 'Wat niet meer gemeld wordt: de melding en waar zij over gaat, ‘opgave-ontbreekt:wijkenaanpak’. In de editor komt het hier met ‘Niet meer melden…’, en gaat het er weer uit met ‘Wat niet meer gemeld wordt…’.',
  },
  geenUitleg: {
    kind: 'words',
    in: 'both',
    text: 'Woorden waarbij de editor geen uitleg meer toont, zoals ze in de tekst staan; hoofdletters maken niet uit.',
  },
  verwijzing: {
    kind: 'choice',
    in: 'both',
    text: 'Hoe een bron in de tekst komt.',
    options: {
      pandoc: 'tussen haken, zoals Pandoc het leest: [@studie:onderdeel, p. 62]',
      voetnoot: 'een voetnoot met een nummer, de noot aan het eind van het document',
      'voetnoot-met-naam': 'een voetnoot met een naam, de noot aan het eind van het document',
    } satisfies Record<CitationStyle, string>,
    default: DEFAULT_CONFIGURATION.verwijzing,
  },
  controle: {
    kind: 'choice',
    in: 'both',
    text: 'Wanneer de editor meldingen toont. De opdrachtregel controleert altijd.',
    options: {
      typen: 'tijdens het typen, maar niet op de regel waaraan u schrijft',
      opslaan: 'als u opslaat',
      handmatig: 'als u erom vraagt, met ‘Opgavenwijzer: Controleer nu’',
    } satisfies Record<Moment, string>,
    default: DEFAULT_CONFIGURATION.controle,
  },
} as const satisfies Record<keyof Configuration, Setting>;

const personal = {
  pdf: {
    kind: 'text',
    in: 'editor',
    text: 'Waar de pdf van de studie ligt: een pad in uw map, een volledig pad of een adres. Dan openen verwijzingen de juiste bladzijde.',
  },
  codeLens: {
    kind: 'switch',
    in: 'editor',
    text: 'Boven elke kop een regel met wat in dat hoofdstuk staat.',
    default: true,
  },
  statusbalk: { kind: 'switch', in: 'editor', text: 'In de statusbalk hoeveel opgaven zijn opgepakt.', default: true },
  teller: {
    kind: 'switch',
    in: 'editor',
    text: 'Op het pictogram in de zijbalk het aantal opgaven dat ontbreekt.',
    default: true,
  },
  dekking: {
    kind: 'switch',
    in: 'editor',
    text: 'De weergave Dekking in de zijbalk.',
    default: true,
    window: true,
  },
} as const satisfies Record<string, Setting>;

/**
 * Every setting there is, in the order of the documentation. The reader of the file, its schema, the settings of VS Code
 * and the page of the documentation all come from this table.
 */
export const SETTINGS: Readonly<Record<string, Setting>> = { ...ofProgramme, ...personal };

/** The settings that a programme can have. */
export const PROGRAMME_SETTINGS: Readonly<Record<keyof Configuration, Setting>> = ofProgramme;

/** The table of settings in one place. */
export const settingsIn = (place: 'file' | 'editor'): [key: string, setting: Setting][] =>
  Object.entries(SETTINGS).filter(([, { in: where }]) => where === 'both' || where === place);
