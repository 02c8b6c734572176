import { mkdirSync } from 'node:fs';
import { basename, extname, join, resolve } from 'node:path';
import { drawStudy } from '../../core/index.js';
import { faultOf } from '../../project/file-system.js';
import { type Context, defineCommand, EXIT } from '../command.js';
import { filesOf, readInput, shownPath } from '../files.js';
import { claimOutput, writeOutput } from '../output.js';
import { Problem } from '../problem.js';

export const studie = defineCommand({
  name: 'studie',
  summary: 'Maakt een eigen studie om een tekst naast te houden: een woonvisie, een akkoord, een eerder programma.',
  takes: { label: 'uit BESTAND', least: 2, most: 2, missing: 'Noem wat u wilt en waarvan' },
  options: {
    uitvoer: { kind: 'file', value: 'MAP', short: 'o', text: 'map waarin studie.yaml komt; anders op het scherm' },
    overschrijven: { kind: 'flag', text: 'vervang de studie als zij er al is' },
  },
  examples: [
    ['studie uit woonvisie.md -o woonvisie/', 'een eerste studie van dit document, om na te lezen en te snoeien'],
  ],
  notes: [
    'Kopjes worden thema’s; punten en zinnen die iets kiezen (‘wij gaan’, ‘er komt’) worden opgaven, met de zin en de ' +
      'plaats erbij. Wat alleen vertelt, blijft weg. Het document verandert niet.',
  ],
  async run(context, [what, path], options) {
    if (what !== 'uit') throw new Problem(`Kies uit, niet ‘${what}’. Zie opgavenwijzer studie --help.`);
    const { uitvoer: folder, overschrijven } = options;
    const output = { uitvoer: folder === undefined ? undefined : join(folder, 'studie.yaml'), overschrijven };
    claimOutput(output);
    const [file, ...more] = await filesOf(path!, context.problem);
    if (more.length > 0) throw new Problem(`${path}: ‘studie uit’ neemt één bestand.`);
    if (!file) return EXIT.failed;
    const name = basename(resolve(folder ?? file.name), folder === undefined ? extname(file.name) : '');
    const { yaml, themes, opgaven } = drawStudy(await textIn(file), name, file.name);
    if (opgaven === 0)
      throw new Problem(
        `${file.name}: geen zin of punt dat iets kiest (‘wij gaan’, ‘er komt’); er is niets van te maken.`,
      );
    if (folder !== undefined) makeFolder(folder);
    writeOutput(context, output, yaml);
    sayCounts(context, themes, opgaven);
    return EXIT.clean;
  },
});

async function textIn(file: Parameters<typeof readInput>[0]): Promise<string> {
  try {
    return await readInput(file);
  } catch (error) {
    throw new Problem(faultOf(error).about(file.name));
  }
}

function makeFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true });
  } catch (error) {
    throw new Problem(faultOf(error).about(shownPath(folder)));
  }
}

const sayCounts = ({ note }: Context, themes: number, opgaven: number): void =>
  note(
    `${opgaven} ${opgaven === 1 ? 'opgave' : 'opgaven'} in ${themes} ${themes === 1 ? 'thema' : "thema's"}. Lees ze na en haal weg wat geen keuze is.`,
  );
