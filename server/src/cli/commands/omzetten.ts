import { statSync } from 'node:fs';
import { extname, join } from 'node:path';
import { stemOf } from '../../core/index.js';
import { FileFault } from '../../project/file-system.js';
import { isMarkdown } from '../../project/markdown-files.js';
import { type Context, defineCommand, EXIT } from '../command.js';
import { filesOf, type InputFile, noteRemarks, readInput, shownPath } from '../files.js';
import { claimOutput, makeFolder, outputOptions, writeOutput } from '../output.js';
import { Problem } from '../problem.js';

export const omzetten = defineCommand({
  name: 'omzetten',
  summary: 'Maakt Markdown van een Word-document, een OpenDocument-tekst, een pdf, een webpagina of een platte tekst.',
  takes: { label: 'BRON…', least: 1, most: Number.POSITIVE_INFINITY, missing: 'Noem een bestand, map of patroon' },
  options: {
    uitvoer: {
      kind: 'file',
      value: 'DOEL',
      short: 'o',
      text: 'schrijf naar dit bestand of in deze map in plaats van naar het scherm; bij meer bronnen is het een map',
    },
    overschrijven: outputOptions.overschrijven,
  },
  examples: [
    ['omzetten programma.docx -o programma.md', 'één programma'],
    ['omzetten programma.pdf | less', 'op het scherm, om te zien wat ervan wordt'],
    ["omzetten 'programmas/*.pdf' -o markdown", 'elk een Markdown-bestand in de map ‘markdown’'],
  ],
  notes: [
    'De bron verandert niet. Wat er niet in mee kon, zoals opmerkingen in de kantlijn, staat op stderr. Van een map wordt alles ' +
      'omgezet wat op .docx, .odt of .pdf eindigt en waar nog geen Markdown van dezelfde naam naast staat.',
  ],
  async run(context, paths, options) {
    const sources = await sourcesAt(context, paths);
    if (sources.length === 0) return EXIT.failed;
    const targetOf = targetsOf(sources, options.uitvoer);
    const progress = context.terminal.progress(sources.length);
    for (const source of sources) {
      progress.step(source.name);
      try {
        const output = { ...options, uitvoer: targetOf(source) };
        claimOutput(output);
        const read = await readInput(source);
        if (!read.places) throw new Problem(`${source.name}: ${NO_SOURCE}`);
        progress.end();
        writeOutput(context, output, read.text);
        noteRemarks(context.note, source, read);
      } catch (error) {
        progress.end();
        if (error instanceof FileFault) context.problem(error.about(source.name));
        else if (error instanceof Problem) context.problem(error.message);
        else throw error;
      }
    }
    progress.end();
    return EXIT.clean;
  },
});

const NO_SOURCE = 'wordt niet omgezet. Kies een bestand op .docx, .odt, .pdf, .html of .txt.';

/** What is to be converted, each once; Markdown that only happens to lie there is none of it. */
async function sourcesAt({ problem }: Context, paths: readonly string[]): Promise<InputFile[]> {
  const found = new Map<string, InputFile>();
  for (const path of paths) {
    const files = await filesOf(path, problem);
    const sources = files.filter(({ name }) => !isMarkdown(name));
    if (files.length > 0 && sources.length === 0) problem(`${shownPath(path)}: is al Markdown.`);
    for (const source of sources) found.set(source.name, source);
  }
  return [...found.values()];
}

/** Where each source goes: the file that was named, a file in the folder that was named, or the screen. */
function targetsOf(
  sources: readonly InputFile[],
  output: string | undefined,
): (source: InputFile) => string | undefined {
  if (output === undefined) {
    if (sources.length > 1)
      throw new Problem(`Dit zijn ${sources.length} bronnen. Noem met -o een map waar het Markdown in komt.`);
    return () => undefined;
  }
  const isFolder = statSync(output, { throwIfNoEntry: false })?.isDirectory() ?? extname(output) === '';
  if (sources.length === 1 && !isFolder) return () => output;
  makeFolder(output);
  const taken = new Map<string, string>();
  return ({ name }) => {
    const target = join(output, `${stemOf(name.split('/').at(-1)!)}.md`);
    const other = taken.get(target);
    if (other !== undefined)
      throw new Problem(`${name}: zou ${shownPath(target)} worden, zoals ${other}. Zet het apart om.`);
    taken.set(target, name);
    return target;
  };
}
