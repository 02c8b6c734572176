import { TextDocument } from 'vscode-languageserver-textdocument';
import { type Context, defineCommand, EXIT } from '../command.js';
import { findFiles } from '../files.js';
import { github } from '../formats/github.js';
import { json } from '../formats/json.js';
import { pretty } from '../formats/pretty.js';
import { type CheckResult, type Format, SEVERITIES, type Severity } from '../formats/result.js';
import { sarif } from '../formats/sarif.js';
import { claimOutput, formatOf, outputOptions, writeOutput } from '../output.js';
import { Problem } from '../problem.js';
import { programmesOf } from '../programmes.js';
import { checkProgrammes } from '../threads.js';

const FORMATS: Readonly<Record<string, Format>> = { pretty, json, sarif, github };
const EXTENSIONS = { '.sarif.json': 'sarif', '.sarif': 'sarif', '.json': 'json', '.txt': 'pretty' } as const;
const SEVERITY_ORDER: readonly Severity[] = ['error', 'warning', 'information', 'hint'];

export const check = defineCommand({
  name: 'check',
  summary: 'Meldt welke opgaven bij genoemde trends nog ontbreken, en verwijzingen die niet kloppen.',
  takes: { label: 'PAD…', least: 1, most: Number.POSITIVE_INFINITY, missing: 'Noem een bestand, map of patroon' },
  options: {
    format: {
      kind: 'choice',
      choices: ['pretty', 'json', 'sarif', 'github'],
      text: 'vorm',
      otherwise: 'anders naar de naam achter -o, of pretty',
    },
    'fail-on': {
      kind: 'choice',
      choices: ['error', 'warning', 'information'],
      default: 'warning',
      text: 'vanaf welk niveau bevindingen afsluitcode 1 geven',
    },
    'min-dekking': {
      kind: 'number',
      between: [0, 100],
      value: 'N',
      text: 'afsluitcode 1 als minder dan N procent van de opgaven is opgepakt',
    },
    'stdin-naam': {
      kind: 'file',
      value: 'PAD',
      text: 'waar de tekst van standaardinvoer (-) staat: bepaalt de instellingen en de naam in de uitvoer',
    },
    ...outputOptions,
  },
  examples: [
    ['check programma.md', 'één programma'],
    ['check programma.docx', 'een Word-document; met .odt, .pdf, .html en .txt gaat het net zo'],
    ['check programma/ --fail-on error', 'alle programma’s in een map; alleen fouten geven afsluitcode 1'],
    ["check 'programmas/*.md' --min-dekking 60", 'elk programma pakt minstens 60 procent van de opgaven op'],
    ['check programma/ -o opgavenwijzer.sarif', 'voor code scanning'],
    ['check - --stdin-naam programma/wonen.md < concept.md', 'een tekst die nog niet is opgeslagen'],
  ],
  notes: [
    'Bestanden onder een .opgavenwijzer.json zijn samen één programma: wat het ene bestand oppakt, hoeft het andere ' +
      'niet te doen. Noemt u één bestand, dan tellen de andere mee maar gaan de meldingen alleen over dat bestand.',
  ],
  async run(context, paths, options) {
    if (options['stdin-naam'] !== undefined && !paths.includes('-'))
      throw new Problem('‘--stdin-naam’ hoort bij - (standaardinvoer), en die is niet genoemd.');
    const format = formatOf(options.format, options.uitvoer, EXTENSIONS, 'pretty');
    claimOutput(options);
    const result = await checkAll(context, paths, options['stdin-naam']);
    if (result.programmes.length > 0 || format !== 'pretty')
      writeOutput(context, options, FORMATS[format]!(result, context.terminal));
    const least = options['min-dekking'];
    const tooLittle = least !== undefined && sayTooLittle(context, result, least);
    const limit = SEVERITY_ORDER.indexOf(options['fail-on']);
    const failing = result.files.some(({ findings }) =>
      findings.some(({ level }) => SEVERITY_ORDER.indexOf(SEVERITIES[level]) <= limit),
    );
    return failing || tooLittle ? EXIT.findings : EXIT.clean;
  },
});

async function checkAll(context: Context, paths: readonly string[], stdinName?: string): Promise<CheckResult> {
  const { service } = context;
  const problems: string[] = [];
  const problem = (message: string): void => {
    problems.push(message);
    context.problem(message);
  };
  const found = await programmesOf({ service, problem }, await findFiles(paths, problem, stdinName));
  const total = found.reduce((sum, { files, others }) => sum + files.length + others.length, 0);
  const progress = context.terminal.progress(total);
  const outcomes = await checkProgrammes(service, found, progress);
  progress.end();
  for (const outcome of outcomes) {
    outcome.problems.forEach(problem);
    outcome.notes.forEach((note) => void context.note(note));
  }
  const checked = outcomes.flatMap(({ programme }) => programme ?? []);
  const files = checked.flatMap((programme) =>
    programme.files.map(({ text, ...file }) => ({
      ...file,
      document: TextDocument.create(file.file.name, 'markdown', 0, text),
    })),
  );
  return { study: service.studies[0]!, files, programmes: checked, problems };
}

/** Says which programmes take up too little; true when there are any. */
function sayTooLittle(context: Context, { programmes }: CheckResult, least: number): boolean {
  let some = false;
  for (const { name, counts, several } of programmes) {
    const total = Object.values(counts).reduce((sum, count) => sum + count, 0);
    const share = (100 * counts.opgepakt) / total;
    if (share >= least) continue;
    some = true;
    const percent = (value: number) => value.toLocaleString('nl-NL', { maximumFractionDigits: 1 });
    context.note(
      `${name}: ${counts.opgepakt} van ${total} ${several} opgepakt, ${percent(share)}%. Gevraagd is ${percent(least)}% (--min-dekking).`,
    );
  }
  return some;
}
