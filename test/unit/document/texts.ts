import fc from 'fast-check';

const sentences = (count: number): string[] =>
  Array.from(
    { length: count },
    (_, i) => `Wij bouwen ${i % 7} woningen voor ${'abcdefg'[i % 7]}${'xyz'[i % 3]}en in wijk ${i}a.`,
  );

/** Longer than anyone writes: it is read in parts. */
export const LONG = sentences(200).join(' ');
/** The same as one item, on lines of its own, as a table, and as a list that was pasted. */
export const LONGS = [
  LONG,
  `- Wij bouwen.\n1. ${LONG}`,
  sentences(400).join('\n'),
  `| a | b |\n|---|---|\n${sentences(150)
    .map((text) => `| ${text} | x |\n`)
    .join('')}`,
  sentences(150)
    .map((text) => `• ${text}\n`)
    .join(''),
];

/** Pieces of Markdown that begin, continue, interrupt or swallow each other. */
const PIECES = [
  'In Waterdam is het woningtekort groter dan ooit.',
  'Wij willen de woningen die er al staan beter benutten. ',
  'De wachtlijsten voor sociale huur groeien',
  'huur',
  ' ',
  '\n',
  '\n\n',
  '\r\n',
  '\r\n\r\n',
  '\r',
  '# Wonen\n',
  '### De gemeente moet stoppen met betaald parkeren.\n\n',
  '#### Oneens\n\n',
  'Oneens.\n\n',
  '**Lijst Oost:** Eens. Wij bouwen woningen.\n',
  '## Jeugd- en ouderenzorg\n\n',
  '- ',
  '  - ',
  '1. ',
  '2) ',
  '* vrijwilligers en mantelzorg\n',
  '> ',
  '    ',
  '\t',
  '```\n',
  '~~~\n',
  '`code`',
  '---\n',
  '===\n',
  '...\n',
  '| wonen | zorg |\n|---|---|\n| huur | jeugd |\n',
  '|',
  '<!-- opgavenwijzer-disable-next-line opgave-ontbreekt -->\n',
  '<!-- opgavenwijzer-disable-file -->',
  '<!--',
  '-->',
  '<div>\n',
  '</div>\n',
  '[@trendstudie:woonruimte-zonder-bijbouwen, p. 61]',
  '[@trendstudie:bestaat-niet]',
  '[^1]',
  '[^1]: Zie @trendstudie:wijkenaanpak, p. 62.\n',
  '[doel]: https://voorbeeld.nl\n',
  'npm install git repository yaml docker',
  'het klimaat, de energietransitie en eenzaamheid onder ouderen',
  'woning-\nbouw',
  '[^2]: Noot met een vervolg.\n\n    Tweede alinea over de huur.\n',
  ': omschrijving van de huur\n',
  ':   ',
  '~   huur\n',
  '::: {.kader title="wonen"}\n',
  ':::\n',
  '!!! note "Wonen"\n    De huur stijgt.\n',
  '> [!NOTE]\n',
  '+------+-----+\n| huur | zorg |\n+======+=====+\n',
  '+---+\n',
  '| huur\n',
  '<!-- nakijken --> De huur stijgt.\n',
  '---\ntitle: wonen\n...\n',
  'title: huur\n',
  '%% verborgen huur\n',
  '%%\n',
  '{#id .class key="huur"}',
  '{{< figure src="huur.png" >}}',
  '$huur = zorg$',
  '$$',
  '\\begin{huur}\n',
  '\\end{huur}',
  '\\label{huur}',
  '\\[\\@trendstudie:wijkenaanpak\\]',
  '![[huur.png]]',
  '[[huur|zorg]]',
  '~~huur~~',
  'https://waterdam.nl/huur ',
  '• ',
  '\n– ',
  'Huur  Zorg\n----  ----\n',
  'info@waterdam.nl',
  '/plannen/huur/zorg.pdf',
  'http',
  '+++\ntitle = "huur"\n',
  '+++\n',
  '{\n  "title": "huur"\n}\n',
  '% huur\n',
  '---\nnocite: "@trendstudie:wijkenaanpak"\nopgavenwijzer:\n  bewust-niet:\n    stadsrandwijken: Eerst.\n---\n',
  '2030. en verder\n',
  '1. ',
  '[doel] \n',
  'é',
  '😀',
  '\uD83D',
  'Er zijn 😀wachtlijsten voor😀 sociale huur😀.\n',
  '## 🏠Wonen🏠\n',
  '[@trendstudie:wijkenaanpak😀, p. 6😀2]',
  '\uFEFF',
  '---\nopgavenwijzer:\n  bewust-niet:\n    stadsrandwijken: Eerst de binnenstad.\n---\n',
] as const;

/** A text of pieces, from nothing to some passages long. */
export const markdown = (most = 60): fc.Arbitrary<string> =>
  fc.array(fc.constantFrom(...PIECES), { maxLength: most }).map((pieces) => pieces.join(''));

/** A change: what takes the place of a stretch, given as fractions of the text. */
export interface Change {
  readonly at: number;
  readonly length: number;
  readonly text: string;
}

export const changes = (most = 12): fc.Arbitrary<Change[]> =>
  fc.array(
    fc.record({
      at: fc.double({ min: 0, max: 1, noNaN: true }),
      length: fc.oneof(
        { weight: 3, arbitrary: fc.constant(0) },
        { weight: 2, arbitrary: fc.integer({ min: 1, max: 3 }) },
        { weight: 1, arbitrary: fc.integer({ min: 0, max: 400 }) },
      ),
      text: fc.oneof(
        { weight: 2, arbitrary: fc.constantFrom(...PIECES) },
        { weight: 1, arbitrary: fc.constant('') },
        { weight: 1, arbitrary: fc.constantFrom('a', ' ', '\n', '#', '-', '`', '>') },
        { weight: 1, arbitrary: markdown(8) },
      ),
    }),
    { maxLength: most },
  );

/** Where a change stands in a text. */
export function rangeOf({ at, length }: Change, text: string): { from: number; to: number } {
  const from = Math.round(at * text.length);
  return { from, to: Math.min(text.length, from + length) };
}

/** Lines as they stand in programmes: titles with and without marks, choices, problems, lists and what leads them in. */
const LINES = [
  '# Wonen',
  '## Zorg en welzijn',
  '## Klimaat en energie',
  '### Betaalbaar wonen',
  '## 1. Wonen',
  '### 2. Zorg voor elkaar',
  'Woningen splitsen en optoppen',
  'Aanpak van de jeugdzorg:',
  'Deelauto in de wijk',
  'Wij gaan:',
  'Het woningtekort is groot.',
  'In Waterdam is het woningtekort groter dan ooit. Starters vinden niets betaalbaars.',
  'Wij maken het splitsen van woningen mogelijk en top bestaande flats op.',
  'We willen dat leegstaande kantoren worden omgebouwd tot woningen voor starters en ouderen.',
  'De wachtlijsten in de jeugdzorg zijn te lang en ouders weten niet waar zij terechtkunnen.',
  'Wij investeren in wijkteams, zodat hulp voor jeugdigen en gezinnen dichtbij is.',
  'De gemeente helpt bewoners hun huis te isoleren en legt een warmtenet aan.',
  'De zomers worden heter en de buien heviger; daarom planten we bomen en halen we tegels weg.',
  'Steeds meer ouderen zijn eenzaam.',
  'Wij pakken ondermijning aan, samen met politie en ondernemers in het buitengebied.',
  'De bus verdwijnt uit de dorpen.',
  'Wij kiezen niet voor nieuwe wegen.',
  'Daarom pakken wij dit aan en maken we er geld voor vrij in de komende vier jaar.',
  'Samen maken we er iets moois van.',
  '- woningen bouwen voor starters',
  '- wijkagent zichtbaar in de buurt;',
  '- schulden vroeg in beeld en mensen uit de schulden helpen',
  '- eenvoudiger formulieren, een gemeente die luistert',
  '| wonen | zorg |\n|---|---|\n| sociale huur | mantelzorg |',
  'We want to build more affordable houses for the people of this town and that is what we will do.',
  'Zie [@trendstudie:wijkenaanpak, p. 62].',
  'Hoofdstuk 3 Wonen en leefomgeving ..... 14',
] as const;

/** A programme of such lines, some paragraphs or some fragments long. */
export const programme = (most = 60): fc.Arbitrary<string> =>
  fc
    .array(fc.tuple(fc.constantFrom(...LINES), fc.constantFrom('\n\n', '\n\n', '\n')), {
      minLength: 1,
      maxLength: most,
    })
    .map((lines) => lines.map(([line, gap]) => line + gap).join(''));
