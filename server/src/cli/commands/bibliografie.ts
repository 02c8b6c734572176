import { bibliography } from '../../core/index.js';
import { BIBLIOGRAPHY_FORMATS } from '../../project/reports.js';
import { type Context, defineCommand, EXIT } from '../command.js';
import { findFiles } from '../files.js';
import { claimOutput, endingsIn, formatOf, namesIn, outputOptions, writeOutput } from '../output.js';
import { Problem } from '../problem.js';
import { readDocuments } from '../programmes.js';

export const bibliografie = defineCommand({
  name: 'bibliografie',
  summary: 'Geeft de onderdelen van de studie als bronnenlijst, voor pandoc en andere verwerkers.',
  takes: { label: '[PAD…]', least: 0, most: Number.POSITIVE_INFINITY },
  options: {
    format: {
      kind: 'choice',
      choices: namesIn(BIBLIOGRAPHY_FORMATS),
      text: 'CSL JSON of BibTeX',
      otherwise: 'anders naar de naam achter -o, of csl',
    },
    'alleen-geciteerd': { kind: 'flag', text: 'alleen waar de genoemde bestanden naar verwijzen' },
    ...outputOptions,
  },
  examples: [
    ['bibliografie -o bronnen.json', 'daarna: pandoc --citeproc --bibliography bronnen.json programma.md'],
    ['bibliografie --alleen-geciteerd programma/ -o bronnen.bib', 'alleen wat het programma noemt, als BibTeX'],
  ],
  async run(context, paths, options) {
    const cited = options['alleen-geciteerd'];
    if (cited && paths.length === 0)
      throw new Problem(
        'Achter ‘--alleen-geciteerd’ ontbreken de bestanden: opgavenwijzer bibliografie --alleen-geciteerd PAD…',
      );
    if (!cited && paths.length > 0)
      throw new Problem(
        `‘${paths[0]}’ doet alleen mee met --alleen-geciteerd. Voeg die optie toe, of laat het pad weg.`,
      );
    const format = formatOf(options.format, options.uitvoer, endingsIn(BIBLIOGRAPHY_FORMATS), 'csl');
    claimOutput(options);
    const only = cited ? await citedIn(context, paths) : undefined;
    writeOutput(context, options, BIBLIOGRAPHY_FORMATS[format].write(bibliography(context.service.study, only)));
    return EXIT.clean;
  },
});

/** Ids that the files cite; a key that the study does not have is said and left out. */
async function citedIn(context: Context, paths: readonly string[]): Promise<Set<string>> {
  const files = await findFiles(paths, context.problem);
  const progress = context.terminal.progress(files.length);
  const { study } = context.service;
  const cited = new Set<string>();
  for (const { key, document, analysis } of await readDocuments(context, files, progress)) {
    for (const { id, from } of analysis.citations) {
      if (study.find(id)) cited.add(id);
      else
        context.note(
          `${key}:${document.positionAt(from).line + 1}: ${study.info.name} heeft geen ‘${id}’; overgeslagen.`,
        );
    }
  }
  progress.end();
  return cited;
}
