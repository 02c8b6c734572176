import { type Configuration, DEFAULT_CONFIGURATION, type Programme } from '../../core/index.js';
import { BIBLIOGRAPHY_FORMATS } from '../../project/reports.js';
import { type Context, defineCommand, EXIT } from '../command.js';
import { findFiles, type InputFile, uriOfInput } from '../files.js';
import { labelAt } from '../formats/place.js';
import { claimOutput, endingsIn, formatOf, namesIn, outputOptions, writeOutput } from '../output.js';
import { Problem } from '../problem.js';
import { readDocuments, workspaceOf } from '../programmes.js';

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
    const citing = cited ? await citingProgramme(context, paths) : undefined;
    const here = await configurationAt(context, { name: '-', path: undefined });
    writeOutput(context, options, BIBLIOGRAPHY_FORMATS[format].write(context.service.bibliography(citing, here)));
    return EXIT.clean;
  },
});

/** What holds where a file stands; of a text that stands nowhere, in the working directory. */
const configurationAt = async (context: Context, file: InputFile): Promise<Configuration> =>
  (await workspaceOf(context).programmeOf(uriOfInput(file))).configuration;

/** The files that cite, as one programme; a key that its study does not have is said. */
async function citingProgramme(context: Context, paths: readonly string[]): Promise<Programme> {
  const files = await findFiles(paths, context.problem);
  const progress = context.terminal.progress(files.length);
  const configuration = files[0] ? await configurationAt(context, files[0]) : DEFAULT_CONFIGURATION;
  const documents = await readDocuments(context, files, progress, configuration);
  for (const document of documents)
    for (const { study, item, citation } of context.service.citations({ configuration, documents: [document] })) {
      if (item) continue;
      const label = labelAt(document, citation.from);
      const place = label ? `, ${label}` : `:${document.document.positionAt(citation.from).line + 1}`;
      context.note(`${document.key}${place}: ${study.info.name} heeft geen ‘${citation.id}’; overgeslagen.`);
    }
  progress.end();
  return { configuration, documents };
}
