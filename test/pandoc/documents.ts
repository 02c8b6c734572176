import fc from 'fast-check';

/** Documents of everything that people write in Markdown, as Pandoc reads it, about what the small study speaks of. */

const WORDS = [
  'In drie dorpen is een bushalte verdwenen',
  'In drie dorpen is een bushalte verdwenen',
  'Er is o.a. volgens dhr. Jansen t.o.v. vorig jaar ca. 30 cm water',
  'De raad komt in juni bijeen',
  'Zo zegt @jansen het',
  'Wij delen [@proefstudie:ruimte-delen, p. 99] hier',
  'Wij delen [@proefstudie:ruimte-delen, p. 16, 98 en 99] daar',
  'Wij delen [@proefstudie:ruimte-delen{p. 99}] en [@proefstudie:ruimte-delen, pp. 16--99] toch',
  'Wij delen [@proefstudie:deelvervor] en [@proefstudie:deelvervor, p. 3] ook',
  'Mail [info@waterdam.nl] of kijk op www.waterdam.nl',
  'Wij delen [@{proefstudie:ruimte-delen}, p. 99] en @{jansen} ook',
  'Volgens @jansen [p. 3] en Bos et al. (2020) is er op 1 jan. 2024 --- zo zegt weth. De Wit --- niets',
  'Zie [de kaart][kaart], [kaart][] of <https://waterdam.nl/kaart> in blok C',
  'De wethouder (mw. A.B. de Vries, lid 2, blz. 3) kiest i.p.v. slopen voor o.m. delen',
];
/** Around the words of a sentence, its stop included. */
const SENTENCES = [
  '#.',
  '#.',
  '#',
  '#?!',
  '#;',
  '**#.**',
  '*#*.',
  '_#._',
  '“#.”',
  '(#.)',
  '[#](https://waterdam.nl/over).',
  '[#.]{.nadruk}',
  '[#.](over.md)',
  '#^[Zie het blad. Echt waar.].',
  '# en [@jansen, p. 3].',
  '# en [@jansen, p. 3;\n@pieters].',
  '# met `code.` erin.',
  '# met $a + b$.',
  '# met `code`{.r}.',
  '#.[^los]',
  '#. [@jansen, p. 3]',
  '#. 🚌',
  '#.¹',
  '#.[1]',
  '#.[[1]](#_ftn1)',
  '#.[\\[1\\]](#_ftn1)',
  '#.\\[1\\]',
  '#.<sup><a href="#n1">1</a></sup>',
  '#.†',
  '#.&rdquo;',
  '# ([zie](k.md "Kaart")).',
  '# {==echt==}.',
  '#.[]{#_Ref1 .anchor}',
  '#.<sup>1</sup>',
  '# …',
  '#.<br>',
  '#.^1^',
  '#.</b>',
  '#.\u200b',
  '#. ~~Weg.~~',
  '# \\emph{echt}.',
  '# {{< icon bus >}}.',
  '# ![[kaart.png]].',
  '‘#.’',
  '«#!»',
  '#…',
  '#. <!-- concept -->',
  '# <!-- opgavenwijzer-disable-line bron-onbekend -->.',
];
const filled = (forms: readonly string[]) =>
  fc.tuple(fc.constantFrom(...forms), fc.constantFrom(...WORDS)).map(([form, words]) => form.replace('#', words));
const sentence = filled(SENTENCES);
const paragraph = fc
  .array(sentence, { minLength: 1, maxLength: 3 })
  .chain((sentences) => fc.constantFrom(' ', '\n', '\\\n', '  \n').map((between) => sentences.join(between)));
const indented = (text: string, by: string): string => text.replace(/\n(?=[^\n])/g, `\n${by}`);
const words = fc.constantFrom(...WORDS.slice(0, 4));

const construct: fc.Arbitrary<string> = fc.oneof(
  { weight: 4, arbitrary: paragraph },
  words.map((text) => `## ${text}`),
  words.map((text) => `## ${text} {#kop .x}`),
  words.map((text) => `## ${text} ## {#dicht}`),
  words.map((text) => `${text}\n=========`),
  fc.tuple(paragraph, paragraph).map(([a, b]) => `- ${indented(a, '  ')}\n- ${indented(b, '  ')}`),
  fc.tuple(paragraph, paragraph).map(([a, b]) => `- ${indented(a, '  ')}\n\n    ${indented(b, '    ')}\n\n- Einde.`),
  fc.tuple(paragraph, paragraph).map(([a, b]) => `1. ${indented(a, '   ')}\n2. ${indented(b, '   ')}`),
  fc.tuple(words, words).map(([a, b]) => `- Een:\n    - ${a}.\n    - ${b}.\n- Twee.`),
  fc.tuple(words, words).map(([a, b]) => `a. ${a}.\n\nb. ${b}.`),
  fc.tuple(words, words).map(([a, b]) => `(1) ${a}.\n(2) ${b}.`),
  fc.tuple(paragraph, words).map(([a, b]) => `(@) ${indented(a, '    ')}\n\n    ${b}.\n\n(@) Einde.`),
  fc.tuple(words, paragraph).map(([a, b]) => `iv. ${a}.\n\n    ${indented(b, '    ')}\n\n    - punt`),
  fc.tuple(words, words).map(([a, b]) => `Vervoer\n\n:   ${a}.\n\nBus\n\n:   ${b}.`),
  words.map((text) => ` ${text}\n ---`),
  fc.tuple(words, words).map(([a, b]) => `${a}, en daarom:\n\n- ${b};\n- praten.`),
  fc.tuple(words, words).map(([a, b]) => `${a}, en daarom:\n- ${b};\n- praten.`),
  paragraph.map((text) => `> ${indented(text, '> ')}`),
  fc.tuple(paragraph, paragraph).map(([a, b]) => `> ${indented(a, '> ')}\n>\n> ${indented(b, '> ')}`),
  // A note holds none itself.
  fc
    .tuple(paragraph, paragraph)
    .map(([a, b]) =>
      `Lopen.[^§]\n\n[^§]: ${indented(a, '    ')}\n\n    ${indented(b, '    ')}`.replaceAll('[^los]', ''),
    ),
  fc.tuple(words, words).map(([a, b]) => `Vervoer\n:   ${a}.\n\n    ${b}.\n\nBus\n:   Rijdt.`),
  fc.tuple(paragraph, paragraph).map(([a, b]) => `::: {.kader}\n${a}\n\n${b}\n:::`),
  fc.tuple(words, paragraph).map(([a, b]) => `:::: kader\n\n::: {.x}\n${a}.\n:::\n\n## Kop\n\n${b}\n\n::::`),
  fc.tuple(words, words).map(([a, b]) => `| a | b |\n| - | - |\n| ${a} | c |\n| d | ${b} |`),
  words.map((text) => `| a |\n| - |\n| ${text} |\n\n: Haltes`),
  words.map((text) => {
    const line = `+${'-'.repeat(text.length + 2)}+-----+`;
    return `${line}\n| ${text} | b   |\n${line}`;
  }),
  words.map((text) => `<div class="kader">\n\n${text}.\n\n</div>`),
  words.map((text) => `<div markdown="1">\n${text}.\n</div>`),
  words.map((text) => `<div hidden>\n\n${text}.\n\n</div>`),
  words.map((text) => `<details><summary>${text}</summary>\n\n${text}.\n\n</details>`),
  words.map((text) => `\`\`\`\n${text}. @deelv\n\`\`\``),
  words.map((text) => `| ${text},\n| regel twee.`),
  words.map((text) => `!!! note "Let op"\n    ${text}.`),
  words.map((text) => `> [!NOTE]\n> ${text}.`),
  words.map((text) => `\\begin{kader}\n${text}.\n\\end{kader}`),
  words.map((text) => `- [ ] ${text}.\n- [x] Klaar.`),
  words.map(
    (text) =>
      `Halte            Wat\n---------------  ----------------\nDorp             ${text}\nStad             niets`,
  ),
  words.map((text) => `-------  -----\nHalte    ${text}\n         en meer\n\nBus      Rijdt\n-------  -----`),
  words.map(
    (text) => `----------------\nHalte    Wat\n-------  -------\nDorp     ${text}\n\nStad     niets\n----------------`,
  ),
  fc.tuple(words, words).map(([a, b]) => `${a}, en wel:\n\n• ${b}.\n• Praten.`),
  words.map((text) => `•\t${text}.\n•\tPraten.`),
  words.map((text) => `– ${text};\n– praten.`),
  words.map((text) => `o\t${text}.\n\no\tPraten.`),
  words.map((text) => `![${text}.](kaart.png){#fig-kaart}`),
  words.map((text) => `<!-- ${text} -->`),
  fc.constantFrom(
    '![Kaart](kaart.png){width=50%}',
    '$$\na = b\n$$',
    '1. Wonen ........ 3\n2. Haltes ........ 12',
    '- [Haltes](#haltes)\n- [Wonen](#wonen)',
    '{{< video bus.mp4 >}}',
    '![[kaart.png]]',
    '---\nkleur: rood\n---',
    '\\newpage',
    '***',
    '<!-- opgavenwijzer-disable-next-line opgave-ontbreekt -->',
  ),
);

const head = fc.oneof(
  { weight: 4, arbitrary: fc.constant('') },
  fc.constantFrom(
    '---\ntitle: Programma\n---\n\n',
    '---\ntitle: Programma\nopgavenwijzer:\n  niet-opgepakt: [nieuwbouw]\n...\n',
    '---\nnocite: |\n  @jansen, @pieters\n---\n\n',
    '% Programma\n% De partij\n\n',
    '+++\ntitle = "Programma"\n+++\n\n',
    '{\n  "title": "Programma"\n}\n\n',
    '<!-- concept -->\n\n',
    '\n',
  ),
);

/** A document of constructs, with an empty line between them. */
export const documents = fc
  .tuple(head, fc.array(construct, { minLength: 1, maxLength: 5 }), fc.constantFrom('\n', ''))
  .map(([top, constructs, end]) => {
    // A note has one mark that leads to it.
    let marks = 0;
    const body = constructs
      .map((text, i) => text.replaceAll('§', String(i + 1)))
      .join('\n\n')
      .replaceAll('[^los]', (mark) => (marks++ === 0 ? mark : ''));
    return `${top}${body}${body.includes('[^los]') ? '\n\n[^los]: Noot.' : ''}${body.includes('[kaart]') ? '\n\n[kaart]: kaart.png' : ''}${end}`;
  });
