import type { Programme, Service } from '../../core/index.js';
import { sources } from '../../generated/sources.js';
import { defineCommand, EXIT } from '../command.js';
import { filesOf, uriOfInput } from '../files.js';
import { analysisReport } from '../formats/analysis.js';
import { labelAt } from '../formats/place.js';
import { Problem } from '../problem.js';
import { readDocuments, workspaceOf } from '../programmes.js';

export const analyse = defineCommand({
  name: 'analyse',
  summary: "Toont welke thema's, trends en opgaven in één tekst herkend worden, met de woorden die dat laten zien.",
  takes: { label: 'BESTAND', least: 1, most: 1, missing: 'Noem een bestand, of - voor standaardinvoer' },
  options: {
    format: { kind: 'choice', choices: ['json'], default: 'json', text: 'vorm' },
    explain: {
      kind: 'flag',
      text: 'leg per alinea uit wat er gezien is, met welke gewichten, en wat er net niet was',
    },
  },
  examples: [
    ['analyse programma.md', 'vermeldingen en dekking als JSON'],
    ['analyse programma.md --explain', 'waarom telt dit? Per alinea, om te lezen'],
    ['analyse - < concept.md', 'een tekst die nog niet is opgeslagen'],
  ],
  async run(context, [path], options) {
    const [file, ...more] = await filesOf(path!, context.problem);
    if (more.length > 0) throw new Problem(`${path}: analyse neemt één bestand. Gebruik check of dekking voor meer.`);
    if (!file) return EXIT.failed;
    const { configuration } = await workspaceOf(context).programmeOf(uriOfInput(file));
    const [read] = await readDocuments(context, [file], context.terminal.progress(1), configuration);
    if (!read) return EXIT.failed;
    const programme = { configuration, documents: [read] };
    if (options.explain) {
      const placeOf = (offset: number): string =>
        labelAt(read, offset) ?? String(read.document.positionAt(offset).line + 1);
      for (const part of explainedBlocks(context.service, programme, placeOf)) context.out(part);
      return EXIT.clean;
    }
    context.out(`${JSON.stringify(analysisReport(context.service.atWork(configuration), read.analysis, read))}\n`);
    return EXIT.clean;
  },
});

/** So much of a paragraph is repeated above its explanation. */
const QUOTED = 100;

/** The explanation of every block that has one, with its place. */
function* explainedBlocks(
  service: Service,
  programme: Programme,
  placeOf: (offset: number) => string,
): Generator<string> {
  const written = sources.split('\n');
  const { analysis } = programme.documents[0]!;
  for (const [index, { from, to }] of analysis.blocks.entries()) {
    const found = service.explain(programme, index, (study) => (study === service.studies[0] ? written : undefined));
    if (found.length === 0) continue;
    const words = analysis.slice(from, Math.min(to, from + QUOTED)).replace(/\s+/g, ' ');
    const lines = found.flatMap(({ verdict, words, figures }) => [
      verdict,
      ...words.map((line) => `  ${line}`),
      ...figures.map((line) => `    ${line}`),
    ]);
    yield `${placeOf(from)}  ${words}${to - from > QUOTED ? '…' : ''}\n${lines.map((line) => `  ${line}\n`).join('')}\n`;
  }
}
