import { analysisReport } from '../../core/features/report-mentions.js';
import { defineCommand, EXIT } from '../command.js';
import { filesOf } from '../files.js';
import { Problem } from '../problem.js';
import { readDocuments } from '../programmes.js';

export const analyse = defineCommand({
  name: 'analyse',
  summary: "Toont welke thema's, trends en opgaven in één tekst herkend worden, met de woorden die dat laten zien.",
  takes: { label: 'BESTAND', least: 1, most: 1, missing: 'Noem een bestand, of - voor standaardinvoer' },
  options: {
    format: { kind: 'choice', choices: ['json'], default: 'json', text: 'vorm' },
  },
  examples: [
    ['analyse programma.md', 'vermeldingen en dekking als JSON'],
    ['analyse - < concept.md', 'een tekst die nog niet is opgeslagen'],
  ],
  async run(context, [path]) {
    const [file, ...more] = filesOf(path!, context.problem);
    if (more.length > 0) throw new Problem(`${path}: analyse neemt één bestand. Gebruik check of dekking voor meer.`);
    if (!file) return EXIT.failed;
    const [read] = await readDocuments(context, [file], context.terminal.progress(1));
    if (!read) return EXIT.failed;
    context.out(`${JSON.stringify(analysisReport(context.engine.study, read.analysis, read.document))}\n`);
    return EXIT.clean;
  },
});
