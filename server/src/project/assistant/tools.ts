/**
 * What an assistant can ask. This table is all that the doors know of it: the manifest of the extension is generated from
 * it, and the server for assistants tells it to whoever asks. The texts are Dutch, for a language model.
 */

/** The longest text that is taken along with a question, in characters: no programme is longer. */
export const MOST_CHARACTERS = 1_000_000;

/** What a question takes, in as much of JSON Schema as is checked here. */
export type Parameter =
  | {
      readonly type: 'string';
      readonly description: string;
      readonly enum?: readonly string[];
      readonly maxLength: number;
    }
  | {
      readonly type: 'array';
      readonly description: string;
      readonly items: { readonly type: 'string'; readonly maxLength: number };
      readonly maxItems: number;
    };

export interface Tool {
  readonly name: string;
  /** For people, in a list. */
  readonly title: string;
  /** What a person types behind `#`. */
  readonly reference: string;
  /** What a person reads of it. */
  readonly summary: string;
  /** What the model reads of it. */
  readonly description: string;
  readonly icon: string;
  /** Without a text or a file it is about the document that is being written. */
  readonly aboutOpenDocument?: true;
  readonly input: {
    readonly type: 'object';
    readonly properties: Readonly<Record<string, Parameter>>;
    readonly required: readonly string[];
    readonly additionalProperties: false;
  };
}

const line = (description: string): Parameter => ({ type: 'string', description, maxLength: 2_000 });

const TEKST: Parameter = {
  type: 'string',
  description: 'De tekst zelf, in Markdown. Geef dit of ‘bestand’, niet allebei.',
  maxLength: MOST_CHARACTERS,
};
const BESTAND = line(
  'Een Markdown-bestand of een map met Markdown, als pad vanaf de werkmap, volledig pad of URI. Een map is één programma.',
);

export const TOOLS = [
  {
    name: 'zoek_in_studie',
    title: 'Zoek in de studie',
    reference: 'studieZoeken',
    summary: 'Zoekt in de studie van trends en opgaven, met bladzijde en verwijzing.',
    description:
      'Zoekt in de studie van gemeentelijke trends en opgaven die Opgavenwijzer kent: thema’s, trends, opgaven, ' +
      'handelingsperspectieven, begrippen, cijfers en denkrichtingen, elk met bladzijde en verwijzing. Gebruik dit voordat ' +
      'u iets over de studie zegt. Vindt het niets, zeg dan dat het niet in de studie staat.',
    icon: '$(search)',
    input: {
      type: 'object',
      properties: {
        vraag: line('Waar het over gaat, in een paar woorden: ‘betaalbare woningen’, ‘mantelzorg’.'),
      },
      required: ['vraag'],
      additionalProperties: false,
    },
  },
  {
    name: 'lees_onderdeel',
    title: 'Lees een onderdeel van de studie',
    reference: 'studieOnderdeel',
    summary: 'Leest één onderdeel van de studie: samenvatting, cijfers, denkrichtingen, bladzijde en verwijzing.',
    description:
      'Geeft één onderdeel van de studie: wat zij erover zegt (in eigen woorden samengevat), cijfers met bron, ' +
      'denkrichtingen en wie aan zet is, verbanden met andere onderdelen, bladzijden en de verwijzing. Cijfers en ' +
      'denkrichtingen hebben een eigen bladzijde: noem die.',
    icon: '$(book)',
    input: {
      type: 'object',
      properties: {
        onderdeel: line(
          'De id of titel van het onderdeel, zoals ‘zoek_in_studie’ die geeft; ‘inhoud’ voor het geheel.',
        ),
        gemeente: line('Een gemeente: wat de studie over haar zegt, staat dan vooraan.'),
      },
      required: ['onderdeel'],
      additionalProperties: false,
    },
  },
  {
    name: 'toon_dekking',
    title: 'Toon wat een programma oppakt',
    reference: 'dekking',
    summary:
      'Toont per opgave van de studie wat een document of programma ermee doet, met de regels waaruit dat blijkt.',
    description:
      'Zegt per opgave van de studie wat een document of programma ermee doet (opgepakt, kiest anders, mogelijk opgepakt, ' +
      'ontbreekt, niet genoemd, bewust niet), met de regel en de zin waaruit dat blijkt. Het meldt wat er staat en geeft geen ' +
      'oordeel. Voor een vergelijking: vraag dit voor elk programma apart.',
    icon: '$(checklist)',
    aboutOpenDocument: true,
    input: {
      type: 'object',
      properties: {
        tekst: TEKST,
        bestand: BESTAND,
        thema: line('Alleen dit thema, met meer bewijsplaatsen: de id of naam van een thema.'),
      },
      required: [],
      additionalProperties: false,
    },
  },
  {
    name: 'controleer_tekst',
    title: 'Controleer een tekst',
    reference: 'controle',
    summary: 'Geeft de meldingen bij een tekst: opgaven die ontbreken, en verwijzingen die niet kloppen.',
    description:
      'Controleert een tekst naast de studie: opgaven die bij een genoemde trend ontbreken, bronnen die niet bestaan, ' +
      'bladzijden die niet kloppen. Dezelfde meldingen als in de editor. Controleer hiermee ook wat u zelf schrijft, ' +
      'voordat u het geeft.',
    icon: '$(pass)',
    aboutOpenDocument: true,
    input: {
      type: 'object',
      properties: { tekst: TEKST, bestand: BESTAND },
      required: [],
      additionalProperties: false,
    },
  },
  {
    name: 'geef_bronnen',
    title: 'Geef de bronnenlijst',
    reference: 'bronnen',
    summary: 'Geeft de bronnenlijst: van genoemde onderdelen, van wat een tekst aanhaalt, of van de hele studie.',
    description:
      'Geeft de bronnenlijst in BibTeX of CSL JSON: van de genoemde onderdelen, van wat een tekst of bestand aanhaalt, of ' +
      'zonder die drie van alles wat aan te halen is.',
    icon: '$(references)',
    input: {
      type: 'object',
      properties: {
        onderdelen: {
          type: 'array',
          description: 'De id’s van de onderdelen.',
          items: { type: 'string', maxLength: 200 },
          maxItems: 500,
        },
        tekst: TEKST,
        bestand: BESTAND,
        vorm: { type: 'string', description: 'Standaard bibtex.', enum: ['bibtex', 'csl'], maxLength: 10 },
      },
      required: [],
      additionalProperties: false,
    },
  },
] as const satisfies readonly Tool[];

export type ToolName = (typeof TOOLS)[number]['name'];
