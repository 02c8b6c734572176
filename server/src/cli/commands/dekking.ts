import { resolve } from 'node:path';
import { countsAlone, DEFAULT_CONFIGURATION, type EarlierReport, MOST_SIDE_BY_SIDE } from '../../core/index.js';
import { nodeFiles } from '../../node/file-system.js';
import { faultOf } from '../../project/file-system.js';
import { COUNTS_FORMATS, COVERAGE_FORMATS, readEarlier } from '../../project/reports.js';
import { commonFolder, fileUri, nameOf } from '../../project/uris.js';
import { type Context, defineCommand, EXIT } from '../command.js';
import { findFiles, shownPath, uriOfInput } from '../files.js';
import { coverageText } from '../formats/coverage-text.js';
import { tallyText } from '../formats/tally-text.js';
import { countMany } from '../many.js';
import { claimOutput, endingsIn, formatOf, isOnScreen, namesIn, outputOptions, writeOutput } from '../output.js';
import { Problem } from '../problem.js';
import { type Programme, programmesOf, type ReadDocument, readDocuments } from '../programmes.js';
import { coverageOf } from '../reports.js';

export const dekking = defineCommand({
  name: 'dekking',
  summary: 'Maakt een rapport: wat een programma met elke opgave doet, met de plaatsen die dat laten zien.',
  takes: { label: 'PAD…', least: 1, most: Number.POSITIVE_INFINITY, missing: 'Noem een bestand, map of patroon' },
  options: {
    format: {
      kind: 'choice',
      choices: namesIn(COVERAGE_FORMATS),
      text: 'vorm',
      otherwise: 'anders naar de naam achter -o, op een scherm om te lezen, of md',
    },
    titel: { kind: 'text', value: 'TEKST', text: 'titel van het rapport; anders die van het programma' },
    sinds: {
      kind: 'file',
      value: 'BESTAND',
      text: 'een eerder verslag (.html of .json): zeg wat er sindsdien veranderde',
    },
    ...outputOptions,
  },
  examples: [
    ['dekking programma.md -o dekking.html', 'een pagina om rond te sturen of af te drukken'],
    ['dekking programma/ --format csv > dekking.csv', 'voor een rekenblad'],
    ['dekking programma.md', 'op het scherm, om te lezen'],
    ['dekking programma.md --sinds dekking.html', 'met wat er veranderde sinds dat verslag'],
  ],
  notes: [
    'Wat u noemt, is samen één programma. Staat er een .opgavenwijzer.json bij, dan telt de hele map mee.',
    `Zijn het meer dan ${MOST_SIDE_BY_SIDE} bestanden zonder .opgavenwijzer.json, dan is elk een programma: dan komt er één regel per ` +
      'programma, met wat zij samen doen.',
  ],
  async run(context, paths, options) {
    const format = formatOf(options.format, options.uitvoer, endingsIn(COVERAGE_FORMATS), 'md');
    claimOutput(options);
    const earlier = options.sinds === undefined ? undefined : await earlierAt(options.sinds);
    const files = await findFiles(paths, context.problem);
    if (files.length === 0) return EXIT.failed;
    const programmes = await programmesOf(context, files);
    if (programmes.length > MOST_SIDE_BY_SIDE) return many(context, programmes, options);
    const programme = oneProgramme(programmes);
    const progress = context.terminal.progress(programme.files.length + programme.others.length);
    const documents = await readDocuments(
      context,
      [...programme.files, ...programme.others],
      progress,
      programme.configuration,
    );
    progress.end();
    if (documents.length === 0) return EXIT.failed;
    const report = coverageOf(context, documents, programme.configuration, {
      output: options.uitvoer,
      title: options.titel ?? nameOfLoose(programme, documents),
      earlier,
    });
    writeOutput(
      context,
      options,
      isOnScreen(context, options) ? coverageText(report, context.terminal) : COVERAGE_FORMATS[format].write(report),
    );
    return EXIT.clean;
  },
});

/** Of more programmes than anyone reads a report of: a line each, and what they do together. */
async function many(context: Context, programmes: readonly Programme[], options: Wanted): Promise<number> {
  if (options.sinds !== undefined)
    throw new Problem(`‘--sinds’ hoort bij één programma, en dit zijn er ${programmes.length}.`);
  context.note(
    `Dit zijn ${programmes.length} programma’s: elk krijgt één regel. Zijn het delen van één programma, zet er dan een .opgavenwijzer.json bij.`,
  );
  const listed = programmes.map(({ folder, files, others, configuration }) => ({
    path: folder === undefined ? files[0]!.name : shownPath(folder),
    files: [...files, ...others],
    configuration,
  }));
  const counted = await countMany(context, listed, { output: options.uitvoer, title: options.titel });
  if (!counted) return EXIT.failed;
  const format = formatOf(options.format, options.uitvoer, endingsIn(COUNTS_FORMATS), 'md');
  const text = isOnScreen(context, options)
    ? tallyText(counted.tally, context.terminal)
    : COUNTS_FORMATS[format].write(counted.tally);
  writeOutput(context, options, text);
  counted.finish();
  return EXIT.clean;
}

interface Wanted {
  readonly format: keyof typeof COVERAGE_FORMATS | undefined;
  readonly uitvoer: string | undefined;
  readonly overschrijven: boolean;
  readonly titel: string | undefined;
  readonly sinds: string | undefined;
}

/** Files that nothing makes one programme bear the name of their folder: the first one's title is its own. */
function nameOfLoose({ folder }: Programme, documents: readonly ReadDocument[]): string | undefined {
  if (folder !== undefined || documents.length === 1) return undefined;
  const common = commonFolder(documents.map(({ file }) => uriOfInput(file)));
  return common && nameOf(common);
}

async function earlierAt(path: string): Promise<EarlierReport> {
  try {
    return await readEarlier(nodeFiles, fileUri(resolve(path)));
  } catch (error) {
    throw new Problem(faultOf(error).about(shownPath(path)));
  }
}

function oneProgramme(programmes: readonly Programme[]): Programme {
  const [one, ...more] = programmes;
  if (more.length === 0) return one!;
  const configured = programmes.find(({ folder, configuration }) => folder !== undefined || countsAlone(configuration));
  if (!configured)
    return {
      configuration: DEFAULT_CONFIGURATION,
      folder: undefined,
      files: programmes.flatMap(({ files }) => files),
      others: [],
    };
  const { folder } = configured;
  const why =
    folder === undefined ? 'elk document telt hier voor zich' : `${shownPath(folder) || '.'} heeft eigen instellingen`;
  throw new Problem(
    `Dit zijn ${programmes.length} programma’s, want ${why}. Noem er één, of zet ze naast elkaar met opgavenwijzer vergelijk.`,
  );
}
