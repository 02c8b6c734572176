/**
 * The form of a study that a writer brings along. What is read, what the schema for editors says and what a hover tells all
 * come from this table; keys are English where the built-in study has them, so that one form serves both.
 */
export type Form =
  | { readonly kind: 'text'; readonly most: number }
  | { readonly kind: 'name' }
  | { readonly kind: 'key' }
  | { readonly kind: 'id' }
  | { readonly kind: 'year' }
  | { readonly kind: 'page' }
  | { readonly kind: 'pages' }
  | { readonly kind: 'signals' }
  | { readonly kind: 'list'; readonly of: Form; readonly most: number; readonly named: string }
  | ObjectForm;

/** An object with its keys. */
export interface ObjectForm {
  readonly kind: 'object';
  readonly keys: Readonly<Record<string, Key>>;
  /** What it is called in a sentence: `een opgave`. */
  readonly named: string;
}

/** A key of an object: what may stand there, and what it is for. */
export type Key = Form & { readonly about: string; readonly required?: true };

/** More opgaven than this are no list that anyone holds a text against. */
export const MOST_OPGAVEN = 2000;

/** A file of a study has at most so many characters: what is longer is no list that someone wrote. */
export const MOST_CHARACTERS = 2 * 1024 * 1024;

/** More faults than this are told as one: what is wrong so often is one thing that is wrong. */
export const MOST_FAULTS = 100;

const text = (most: number): Form => ({ kind: 'text', most });
const listOf = (of: Form, named: string, most: number): Form => ({ kind: 'list', of, named, most });
const WORDS = listOf(text(120), 'woorden', 60);

/** What the parts of a study have in common. */
const item = {
  title: {
    ...text(300),
    required: true,
    about:
      'Hoe het heet, zoals u het aan een collega zou noemen. Uit deze woorden volgt waaraan een tekst wordt herkend.',
  },
  id: {
    kind: 'id',
    about:
      'De sleutel waarmee een tekst ernaar verwijst: [@sleutel:id]. Zonder deze regel volgt zij uit de titel; schrijf haar op als de titel nog kan veranderen.',
  },
  short: {
    ...text(1000),
    about:
      'Eén of twee zinnen uitleg. Zij staan in de hover en op de pagina van de studie; zeldzame woorden erin helpen bij het herkennen.',
  },
  pages: { kind: 'pages', about: 'Waar het in uw document staat: één bladzijde, of de eerste en de laatste: [4, 7].' },
  place: { ...text(80), about: 'Waar het staat in een document zonder bladzijden: ‘§ 2.1’.' },
} as const satisfies Record<string, Key>;

const recognised = {
  words: {
    ...WORDS,
    about:
      'Woorden waaraan het te herkennen is, naast die van de titel: hoe het in andere teksten heet. Vervoegingen en samenstellingen hoeven er niet bij.',
  },
  signals: {
    kind: 'signals',
    about:
      'Wie precies wil zeggen waaraan het te herkennen is, schrijft hier signalen; zie docs/signalen.md. Dan volgt er niets meer uit titel, uitleg, woorden en richtingen.',
  },
} as const satisfies Record<string, Key>;

const opgave: ObjectForm = {
  kind: 'object',
  named: 'een opgave',
  keys: {
    ...item,
    ...recognised,
    directions: {
      ...listOf(text(300), 'richtingen', 30),
      about: 'Manieren waarop het kan: zij staan als denkrichting bij de opgave.',
    },
  },
};

const trend: ObjectForm = {
  kind: 'object',
  named: 'een trend',
  keys: {
    ...item,
    ...recognised,
    opgaven: {
      ...listOf({ kind: 'id' }, 'ids van opgaven', 100),
      about:
        'De opgaven die hieruit volgen, elk met haar id. Wie de trend noemt en zo’n opgave laat liggen, krijgt een melding.',
    },
  },
};

const theme: ObjectForm = {
  kind: 'object',
  named: 'een thema',
  keys: {
    ...item,
    ...recognised,
    opgaven: { ...listOf(opgave, 'opgaven', MOST_OPGAVEN), about: 'Wat er volgens de studie te doen staat.' },
    trends: {
      ...listOf(trend, 'trends', MOST_OPGAVEN),
      about: 'Wat er volgens de studie op de gemeente afkomt. Mag ontbreken.',
    },
  },
};

const term: ObjectForm = {
  kind: 'object',
  named: 'een begrip',
  keys: {
    title: item.title,
    id: item.id,
    definition: { ...text(1000), required: true, about: 'Wat het betekent, in één of twee zinnen.' },
    variants: { ...WORDS, about: 'Andere schrijfwijzen van het begrip.' },
    pages: item.pages,
  },
};

const names: ObjectForm = {
  kind: 'object',
  named: 'de namen',
  keys: {
    thema: { kind: 'name', about: 'Hoe een thema heet.' },
    themas: { kind: 'name', about: 'Hoe meer dan één thema heet.' },
    trend: { kind: 'name', about: 'Hoe een trend heet.' },
    trends: { kind: 'name', about: 'Hoe meer dan één trend heet.' },
    opgave: { kind: 'name', about: 'Hoe een opgave heet: doel, belofte, maatregel.' },
    opgaven: { kind: 'name', about: 'Hoe meer dan één opgave heet: doelen, beloften, maatregelen.' },
  },
};

const contents = {
  themes: { ...listOf(theme, 'thema’s', 200), about: 'De thema’s, elk met wat er te doen staat.' },
  terms: { ...listOf(term, 'begrippen', 2000), about: 'Begrippen die de studie uitlegt. Mag ontbreken.' },
} as const satisfies Record<string, Key>;

/** `studie.yaml`. */
export const STUDY_FORM: ObjectForm = {
  kind: 'object',
  named: 'een studie',
  keys: {
    key: {
      kind: 'key',
      required: true,
      about:
        'De sleutel van de studie: kleine letters, cijfers en streepjes. Teksten verwijzen ernaar met [@sleutel:id].',
    },
    title: { ...text(200), required: true, about: 'De titel van het document.' },
    name: { ...text(80), about: 'Hoe de studie midden in een zin heet, met lidwoord: de woonvisie.' },
    subtitle: { ...text(300), about: 'De ondertitel.' },
    publisher: { ...text(200), about: 'Van wie het document is.' },
    year: { kind: 'year', about: 'Het jaar waarin het is vastgesteld.' },
    url: { ...text(300), about: 'Waar het document te vinden is.' },
    names: {
      ...names,
      about: 'Hoe de onderdelen in dit document heten, enkelvoud en meervoud: { opgave: doel, opgaven: doelen }.',
    },
    ...contents,
  },
};

/** Another file of a large study. */
export const MORE_FORM: ObjectForm = { kind: 'object', named: 'een deel van een studie', keys: contents };
