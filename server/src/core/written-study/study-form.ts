import { flag, id, listOf, MOST_OPGAVEN, mapOf, object, oneOf, page, pages, type Read, signals, text } from './form.js';

/*
 * The form of a study, of the one that comes along and of those that writers bring. What is read, what the schema for editors says
 * and what a hover tells all come from these tables. Only what is required has to be there: a title.
 */

const WORDS = listOf(text(120), 'woorden', 60);

/** What every part has in common. */
const item = {
  title: {
    ...text(300),
    required: true,
    about:
      'Hoe het heet, zoals u het aan een collega zou noemen. Uit deze woorden volgt waaraan een tekst wordt herkend.',
  },
  id: {
    ...id,
    about:
      'De sleutel waarmee een tekst ernaar verwijst: [@sleutel:id]. Zonder deze regel volgt zij uit de titel; schrijf haar op als de titel nog kan veranderen.',
  },
  short: {
    ...text(1000),
    about:
      'Eén of twee zinnen uitleg. Zij staan in de hover en op de pagina van de studie; zeldzame woorden erin helpen bij het herkennen.',
  },
  pages: { ...pages, about: 'Waar het in uw document staat: één bladzijde, of de eerste en de laatste: [4, 7].' },
  place: { ...text(80), about: 'Waar het staat in een document zonder bladzijden: ‘§ 2.1’.' },
  words: {
    ...WORDS,
    about:
      'Woorden waaraan het te herkennen en te vinden is, naast die van de titel: hoe het in andere teksten heet. Vervoegingen en samenstellingen hoeven er niet bij.',
  },
} as const;

const recognised = {
  signals: {
    ...signals,
    about:
      'Wie precies wil zeggen waaraan het te herkennen is, schrijft hier signalen; zie docs/signalen.md. Dan volgt er niets meer uit titel, uitleg, woorden en richtingen.',
  },
} as const;

/** What is said of a part, or of something in it, after the study. */
const remarks = {
  later: {
    ...text(1000),
    about: 'Wat er na het document is veranderd. Het staat apart van wat het document zegt.',
  },
  erratum: { ...text(1000), about: 'Een vergissing van het document zelf, voor wie het aanhaalt.' },
} as const;

const figure = object('een cijfer', {
  text: { ...text(60), required: true, about: 'Het getal, zoals het document het drukt: ‘ruim 8’.' },
  unit: { ...text(120), required: true, about: 'De eenheid: getal en eenheid lezen achter elkaar als tekst.' },
  about: { ...text(300), required: true, about: 'Wat het getal meet.' },
  date: { ...text(60), about: 'Jaar of periode.' },
  page: { ...page, about: 'Bladzijde waar het getal staat.' },
  area: { ...text(80), about: 'Gemeente, streek of groep waar het over gaat; zonder deze regel Nederland.' },
  note: { kind: 'number', named: 'het nummer van een noot', about: 'Nummer van de noot die het document erbij zet.' },
  source: { ...text(300), about: 'Wat het document als bron noemt.' },
  erratum: remarks.erratum,
});

const note = object('een noot', {
  note: { kind: 'number', named: 'het nummer van een noot', required: true, about: 'Nummer van de noot.' },
  page: { ...page, about: 'Bladzijde waar de noot bij hoort.' },
  about: { ...text(120), required: true, about: 'Waar de noot bij staat, in een paar woorden.' },
});

/** What more a study may say of a part of it. */
const told = {
  summary: {
    ...text(4000),
    about: 'Wat er over te lezen is op de pagina van de studie. Zonder deze regel is dat ‘short’.',
  },
  heading: {
    ...text(300),
    about: 'Het kopje van het document zelf, letterlijk, als de titel anders is. Wie ernaar zoekt, vindt het.',
  },
  elsewhere: { ...pages, about: 'Andere bladzijden waar het document hetzelfde zegt, zoals de samenvatting.' },
  figures: {
    ...listOf(figure, 'cijfers', 200),
    about: 'Cijfers die het document erbij geeft, het sprekendste voorop.',
  },
  notes: { ...listOf(note, 'noten', 200), about: 'Noten van het document bij wat er staat en geen cijfer is.' },
  see: { ...listOf(id, 'ids', 100), about: 'Wat er nog meer over te lezen is, elk met zijn id.' },
  inventory: {
    ...listOf(text(30), 'nummers', 100),
    about: 'Nummers die het heeft in een lijst van alles wat het document zegt, om na te gaan of niets ontbreekt.',
  },
  ...remarks,
} as const;

const section = { ...text(20), about: 'Nummer van het hoofdstuk of de paragraaf: "6.2".' } as const;

const direction = {
  ...object('een richting', {
    text: { ...text(300), required: true, about: 'De richting, als zinsdeel met het werkwoord achteraan.' },
    page: { ...page, about: 'Bladzijde waar zij staat.' },
    who: {
      ...listOf(oneOf('gemeente', 'regio', 'rijk', 'partners'), 'overheden en partners', 4),
      about: 'Wie er volgens het document aan zet is: gemeente, regio, rijk, partners.',
    },
    example: { ...flag, about: 'Een voorbeeld dat niet in het document staat: true.' },
  }),
  alone: 'text',
} as const;

const choice = object('een keuze', {
  options: {
    ...listOf(text(120), 'kanten', 2),
    required: true,
    about: 'De twee kanten. Zij lezen in beide volgorden goed in ‘Wij kiezen … boven …’.',
  },
  page: { ...page, about: 'Bladzijde waar het document de keuze voorlegt.' },
});

const opgave = object('een opgave', {
  ...item,
  ...recognised,
  directions: {
    ...listOf(direction, 'richtingen', 30),
    about: 'Manieren waarop het kan: zij staan als denkrichting bij de opgave.',
  },
  ...told,
  section,
  stance: { ...text(300), about: 'De eerste zin van een alinea die de opgave oppakt: ‘Wij willen …’.' },
  choices: { ...listOf(choice, 'keuzes', 30), about: 'Keuzes die het document voorlegt.' },
});

const tie = {
  ...object('een verband met een opgave', {
    id: { ...id, required: true, about: 'De id van de opgave.' },
    why: { ...text(300), about: 'Waarom zij hieruit volgt, in een halve zin.' },
    page: { ...page, about: 'Bladzijde waar het document het verband legt.' },
    indirect: {
      ...flag,
      about: 'De opgave raakt eraan, maar is niet het antwoord: true. Er volgt geen melding uit, wel uitleg.',
    },
    inferred: {
      ...flag,
      about: 'Het verband ligt voor de hand, maar het document legt het niet: true. Er volgt geen melding uit.',
    },
  }),
  alone: 'id',
} as const;

const trend = object('een trend', {
  ...item,
  ...recognised,
  opgaven: {
    ...listOf(tie, 'ids van opgaven', 100),
    about:
      'De opgaven die hieruit volgen, elk met haar id. Wie de trend noemt en zo’n opgave laat liggen, krijgt een melding.',
  },
  ...told,
  section,
});

const perspective = object('een handelingsperspectief', {
  ...item,
  directions: { ...opgave.keys.directions, about: 'Manieren om te handelen.' },
  ...told,
  section,
  questions: { ...listOf(text(300), 'vragen', 30), about: 'Vragen die het stelt.' },
  serves: { ...listOf(id, 'ids van opgaven', 100), about: 'De opgaven die ermee gediend zijn, elk met haar id.' },
});

const theme = object('een thema', {
  ...item,
  ...recognised,
  opgaven: { ...listOf(opgave, 'opgaven', MOST_OPGAVEN), about: 'Wat er volgens de studie te doen staat.' },
  trends: {
    ...listOf(trend, 'trends', MOST_OPGAVEN),
    about: 'Wat er volgens de studie op de gemeente afkomt. Mag ontbreken.',
  },
  perspectives: {
    ...listOf(perspective, 'handelingsperspectieven', 200),
    about: 'Manieren van handelen die door de opgaven heen lopen. Mag ontbreken.',
  },
  name: { ...text(60), about: 'Korte naam voor lijsten, als de titel lang is.' },
  aside: {
    ...WORDS,
    about:
      'Hoe woorden beginnen die het thema alleen zijdelings raken. Een alinea met zo’n woord is geen reden om te melden wat er van het thema over is.',
  },
  section,
  ...told,
});

const part = object('een inleidend deel', { ...item, ...told });

const publication = object('een publicatie', {
  author: { ...text(200), required: true, about: 'Van wie zij is.' },
  year: { kind: 'year', required: true, about: 'Het jaar waarin zij verscheen.' },
  title: { ...text(300), required: true, about: 'Haar titel.' },
});

const term = object('een begrip', {
  title: item.title,
  id: item.id,
  definition: { ...text(1000), required: true, about: 'Wat het betekent, in één of twee zinnen.' },
  variants: { ...WORDS, about: 'Andere schrijfwijzen van het begrip.' },
  pages: { ...pages, about: 'De bladzijden die het noemen; vooraan die om naar te verwijzen.' },
  kind: { ...text(60), about: 'Wat voor begrip het is, zoals wet of instrument: voor wie de lijst bijhoudt.' },
  publication: { ...publication, about: 'De publicatie die het is, als het document haar bij haar titel noemt.' },
  see: told.see,
  ...remarks,
});

const against = object('wat ertegen kiest', {
  rejection: { ...signals, required: true, about: 'Signalen van een afwijzing, van welk onderwerp ook.' },
  rejectionBefore: {
    ...signals,
    about: 'Signalen van een afwijzing die direct voor een middel staat: dan is het zeker een keuze ertegen.',
  },
  means: {
    ...mapOf(signals, 'signalen bij de id van een opgave'),
    about: 'Per opgave haar gewone middelen: met een afwijzing in dezelfde zin kan dat een keuze tegen haar zijn.',
  },
  meansRightBehind: {
    ...mapOf(signals, 'signalen bij de id van een opgave'),
    about: 'Per opgave de middelen die alleen tellen met een afwijzing van ‘rejectionBefore’ er direct voor.',
  },
  opposite: {
    ...mapOf(signals, 'signalen bij de id van een opgave'),
    about: 'Per opgave haar tegendeel, zonder dat er een afwijzing bij hoeft.',
  },
});

const AREAS = listOf(text(80), 'namen', 400);
const see = { ...id, required: true, about: 'De id van het onderdeel waar het bij hoort.' } as const;

const chart = object('een grafiek', {
  figure: { ...text(20), required: true, about: 'Nummer van de figuur in het document.' },
  page: { ...page, about: 'Bladzijde waar zij staat.' },
  see,
  about: { ...text(300), required: true, about: 'Wat zij toont.' },
  covers: {
    ...AREAS,
    required: true,
    about: 'De gemeenten die erin staan: bij naam, een groep (G4, G40, M50), of Nederland.',
  },
});

const localNotes = listOf(
  object('een zin over een gemeente', {
    text: { ...text(400), required: true, about: 'Eén zin, die de gemeente of streek noemt.' },
    page: { ...page, about: 'Bladzijde waar het staat.' },
    see,
  }),
  'zinnen',
  100,
);

const municipality = object('een gemeente', {
  name: { ...text(80), required: true, about: 'De naam, zoals het document haar schrijft.' },
  notes: { ...localNotes, required: true, about: 'Wat het document over haar zegt.' },
});

const region = object('een streek', {
  name: { ...text(80), required: true, about: 'De naam, zoals het document haar schrijft.' },
  covers: {
    ...AREAS,
    required: true,
    about: 'Wat eronder valt: gemeenten, provincies of COROP-gebieden.',
  },
  notes: { ...localNotes, required: true, about: 'Wat het document over de streek zegt.' },
});

const groups = object('de groepen', {
  G4: { ...AREAS, about: 'De gemeenten van de G4.' },
  G40: { ...AREAS, about: 'De gemeenten van de G40.' },
  M50: { ...AREAS, about: 'De gemeenten van de M50.' },
});

const names = object('de namen', {
  thema: { kind: 'name', about: 'Hoe een thema heet.' },
  themas: { kind: 'name', about: 'Hoe meer dan één thema heet.' },
  trend: { kind: 'name', about: 'Hoe een trend heet.' },
  trends: { kind: 'name', about: 'Hoe meer dan één trend heet.' },
  opgave: { kind: 'name', about: 'Hoe een opgave heet: doel, belofte, maatregel.' },
  opgaven: { kind: 'name', about: 'Hoe meer dan één opgave heet: doelen, beloften, maatregelen.' },
});

const contents = {
  themes: { ...listOf(theme, 'thema’s', 200), about: 'De thema’s, elk met wat er te doen staat.' },
  terms: { ...listOf(term, 'begrippen', 2000), about: 'Begrippen die de studie uitlegt. Mag ontbreken.' },
  theme: {
    ...id,
    about: 'De id van het thema waar de begrippen in dit bestand bij horen. Zonder deze regel het eerste.',
  },
  parts: {
    ...listOf(part, 'inleidende delen', 100),
    about: 'Wat vóór de thema’s staat en aan te halen is: een samenvatting, een inleiding. Mag ontbreken.',
  },
  signals: {
    ...mapOf(signals, 'signalen bij een id'),
    about: 'Signalen van thema’s, trends en opgaven, elk bij zijn id, voor wie ze apart wil zetten.',
  },
  against: { ...against, about: 'Waaraan te zien is dat een tekst tegen een opgave kiest. Mag ontbreken.' },
  groups: { ...groups, about: 'Groepen van gemeenten waar het document over spreekt. Mag ontbreken.' },
  charts: {
    ...listOf(chart, 'grafieken', 200),
    about: 'Grafieken en kaarten waarin gemeenten apart staan. Mag ontbreken.',
  },
  regions: { ...listOf(region, 'streken', 200), about: 'Wat het document over streken zegt. Mag ontbreken.' },
  municipalities: {
    ...listOf(municipality, 'gemeenten', 400),
    about: 'Wat het document over gemeenten zegt. Mag ontbreken.',
  },
} as const;

/** `studie.yaml`. */
export const STUDY_FORM = object('een studie', {
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
  place: { ...text(80), about: 'Waar de uitgever gevestigd is.' },
  year: { kind: 'year', about: 'Het jaar waarin het is vastgesteld.' },
  url: { ...text(300), about: 'Waar het document te vinden is.' },
  pages: {
    ...pages,
    about: 'De eerste en de laatste bladzijde waarop iets staat. Met deze regel is een bladzijde daarbuiten een fout.',
  },
  names: {
    ...names,
    about: 'Hoe de onderdelen in dit document heten, enkelvoud en meervoud: { opgave: doel, opgaven: doelen }.',
  },
  ...contents,
});

/** Another file of a large study. */
export const MORE_FORM = object('een deel van een studie', contents);

// What is read by these forms. A file as a whole is read without what is required as well: the rest is told about.
export type HeadFile = Partial<Read<typeof STUDY_FORM>>;
export type ContentsFile = Read<typeof MORE_FORM>;
export type PartFile = Read<typeof part>;
export type ThemeFile = Read<typeof theme>;
export type TrendFile = Read<typeof trend>;
export type OpgaveFile = Read<typeof opgave>;
export type PerspectiveFile = Read<typeof perspective>;
export type TermFile = Read<typeof term>;
