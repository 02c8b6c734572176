import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import { type CoverageReport, compare, MOST_SIDE_BY_SIDE, shortNames } from '../../core/index.js';
import { COMPARISON_FORMATS, TALLY_FORMATS } from '../../project/reports.js';
import { fileUri, isIn, isSame } from '../../project/uris.js';
import { type Context, defineCommand, EXIT } from '../command.js';
import { filesOf, type InputFile, shownPath, uriOfInput } from '../files.js';
import { comparisonText } from '../formats/comparison-text.js';
import { tallyText } from '../formats/tally-text.js';
import { groupsAt } from '../groups-file.js';
import { countMany } from '../many.js';
import { claimOutput, endingsIn, formatOf, isOnScreen, namesIn, outputOptions, writeOutput } from '../output.js';
import { Problem } from '../problem.js';
import { type ListedProgramme, programmesOf, readDocuments, workspaceOf } from '../programmes.js';
import { coverageOf } from '../reports.js';

export const vergelijk = defineCommand({
  name: 'vergelijk',
  summary: 'Zet programma’s naast elkaar: wat elk met elke opgave doet, de grootste verschillen bovenaan.',
  takes: { label: 'PAD PAD…', least: 1, most: Number.POSITIVE_INFINITY, missing: 'Noem minstens twee programma’s' },
  options: {
    format: {
      kind: 'choice',
      choices: namesIn(COMPARISON_FORMATS),
      text: 'vorm',
      otherwise: 'anders naar de naam achter -o, op een scherm om te lezen, of md',
    },
    groepen: {
      kind: 'file',
      value: 'BESTAND',
      text: 'tel ook per groep: een CSV met een kolom bestand, en partij, gemeente, provincie of omvang',
    },
    ...outputOptions,
  },
  examples: [
    ['vergelijk A.md B.md C.md -o vergelijking.html', 'drie programma’s op één pagina'],
    ["vergelijk 'programmas/*.md' --format csv > vergelijking.csv", 'voor een rekenblad'],
    [
      "vergelijk 'programmas/*.pdf' -o vergelijking.html",
      'de pdf’s zoals ze zijn; de verwijzingen openen de bladzijde',
    ],
    ['vergelijk partij-a/ partij-b/', 'elke map is één programma'],
    ['vergelijk programmas/ --groepen groepen.csv -o geteld.html', 'elk programma in de map, geteld per groep'],
  ],
  notes: [
    'Elk bestand is een programma; een map is met alle tekst erin één programma. Noemt u alleen één map, dan is elk ' +
      'bestand daarin een programma, en een map daarin met een .opgavenwijzer.json ook.',
    `Boven de ${MOST_SIDE_BY_SIDE} programma’s, of met --groepen, wordt er geteld: per opgave, per groep en per programma. Onderbreekt u dat, ` +
      'dan gaat dezelfde opdracht verder waar zij was: met -o staat naast het bestand wat al gelezen is (….deel).',
  ],
  async run(context, paths, options) {
    const format = formatOf(options.format, options.uitvoer, endingsIn(COMPARISON_FORMATS), 'md');
    claimOutput(options);
    const programmes = await programmesAt(context, paths, options.uitvoer);
    if (programmes.length < 2) throw new Problem(tooFew(programmes.length));
    if (programmes.length > MOST_SIDE_BY_SIDE || options.groepen !== undefined) {
      const groups = options.groepen === undefined ? undefined : await groupsAt(options.groepen, programmes, context);
      if (options.groepen !== undefined && !groups) return EXIT.failed;
      const many = await countMany(context, programmes, { output: options.uitvoer, groups });
      if (!many) return EXIT.failed;
      const text = isOnScreen(context, options)
        ? tallyText(many.tally, context.terminal)
        : TALLY_FORMATS[format].write(many.tally);
      writeOutput(context, options, text);
      many.finish();
      return EXIT.clean;
    }
    const names = shortNames(programmes.map(({ path }) => path));
    const progress = context.terminal.progress(programmes.reduce((sum, { files }) => sum + files.length, 0));
    const reports: { name: string; report: CoverageReport }[] = [];
    for (const [index, { files, configuration }] of programmes.entries()) {
      const documents = await readDocuments(context, files, progress, configuration);
      if (documents.length === 0) continue;
      const report = coverageOf(context, documents, configuration, { output: options.uitvoer });
      reports.push({ name: names[index]!, report });
    }
    progress.end();
    if (reports.length === 0) return EXIT.failed;
    const comparison = compare(reports);
    const text = isOnScreen(context, options)
      ? comparisonText(comparison, context.terminal)
      : COMPARISON_FORMATS[format].write(comparison);
    writeOutput(context, options, text);
    return EXIT.clean;
  },
});

/** The programmes at some paths, each once. @param output no programme, even where it was made among them */
async function programmesAt(
  context: Context,
  paths: readonly string[],
  output: string | undefined,
): Promise<ListedProgramme[]> {
  const found = new Map<string, ListedProgramme>();
  const workspace = workspaceOf(context);
  const only = paths.length === 1 ? paths[0]! : undefined;
  for (const path of paths) {
    const files = await filesOf(path, context.problem);
    const parts: Part[] =
      only !== undefined && isFolder(only)
        ? await partsOf(context, only, files)
        : isFolder(path)
          ? [{ path: shownPath(path), files }]
          : files.map((file) => ({ path: file.name, files: [file] }));
    for (const part of parts) {
      if (part.files.length === 0) continue;
      const configuration =
        part.configuration ?? (await workspace.programmeOf(uriOfInput(part.files[0]!))).configuration;
      found.set(resolve(part.path), { ...part, configuration });
    }
  }
  if (output !== undefined) found.delete(resolve(output));
  return [...found.values()];
}

/** Its configuration where it is known already. */
type Part = Pick<ListedProgramme, 'path' | 'files'> & Partial<Pick<ListedProgramme, 'configuration'>>;

/** What stands in the one folder that was named: each file is a programme, but what has settings below it is one together. */
async function partsOf(context: Context, folder: string, files: readonly InputFile[]): Promise<Part[]> {
  const top = fileUri(resolve(folder));
  const programmes = await programmesOf(context, files);
  return programmes.flatMap(({ folder: own, files, configuration }): Part[] => {
    const below = own !== undefined && isIn(top, fileUri(own)) && !isSame(top, fileUri(own));
    return below
      ? [{ path: shownPath(own), files, configuration }]
      : files.map((file) => ({ path: file.name, files: [file], configuration }));
  });
}

function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch {
    return false;
  }
}

const tooFew = (found: number): string => `Vergelijken vraagt minstens twee programma’s; gevonden: ${found}.`;
