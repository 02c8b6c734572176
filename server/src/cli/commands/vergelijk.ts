import { statSync } from 'node:fs';
import { type CoverageReport, compare, shortNames } from '../../core/index.js';
import { COMPARISON_FORMATS } from '../../project/reports.js';
import { type Context, defineCommand, EXIT } from '../command.js';
import { filesOf, type InputFile, shownPath, uriOfInput } from '../files.js';
import { claimOutput, endingsIn, formatOf, namesIn, outputOptions, writeOutput } from '../output.js';
import { Problem } from '../problem.js';
import { readDocuments, workspaceOf } from '../programmes.js';
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
      otherwise: 'anders naar de naam achter -o, of md',
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
  ],
  notes: ['Elk bestand is een programma; een map is met alle tekst erin één programma.'],
  async run(context, paths, options) {
    const format = formatOf(options.format, options.uitvoer, endingsIn(COMPARISON_FORMATS), 'md');
    claimOutput(options);
    const programmes: Named[] = [];
    for (const path of paths) programmes.push(...(await programmesIn(path, context.problem)));
    if (programmes.length < 2) throw tooFew(paths, programmes.length);
    const names = shortNames(programmes.map(({ path }) => path));
    const progress = context.terminal.progress(programmes.reduce((sum, { files }) => sum + files.length, 0));
    const workspace = workspaceOf(context);
    const reports: { name: string; report: CoverageReport }[] = [];
    for (const [index, { files }] of programmes.entries()) {
      const { configuration } = await workspace.programmeOf(uriOfInput(files[0]!));
      const documents = await readDocuments(context, files, progress, configuration);
      if (documents.length === 0) continue;
      const report = coverageOf(context, documents, configuration, { output: options.uitvoer });
      reports.push({ name: names[index]!, report });
    }
    progress.end();
    if (reports.length === 0) return EXIT.failed;
    writeOutput(context, options, COMPARISON_FORMATS[format].write(compare(reports)));
    return EXIT.clean;
  },
});

interface Named {
  readonly path: string;
  readonly files: readonly InputFile[];
}

/** A folder is one programme; a file, or each file of a pattern, is one too. */
async function programmesIn(path: string, problem: Context['problem']): Promise<Named[]> {
  const files = await filesOf(path, problem);
  if (files.length === 0) return [];
  if (isFolder(path)) return [{ path: shownPath(path), files }];
  return files.map((file) => ({ path: file.name, files: [file] }));
}

function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch {
    return false;
  }
}

function tooFew(paths: readonly string[], found: number): Problem {
  const hint = paths.length === 1 && isFolder(paths[0]!) ? ` Bedoelt u de bestanden: '${paths[0]}/*.md'?` : '';
  return new Problem(`Vergelijken vraagt minstens twee programma’s; gevonden: ${found}.${hint}`);
}
