import { parseArgs } from 'node:util';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { analyse } from '../core/analysis.js';
import { analysisReport } from '../core/features/report-mentions.js';
import { createEngine } from '../core/service.js';
import { builtinStudy } from '../core/study/builtin.js';
import { exportStudy } from '../core/study/export.js';
import { check } from './commands/check.js';
import { readText, shownPath } from './files.js';
import { Problem, report } from './problem.js';

const HELP = `Opgavenwijzer: houdt een programma naast de trendstudie van Platform31.

  opgavenwijzer check PAD… [--format pretty|json] [--fail-on error|warning|information]
  opgavenwijzer analyse PAD [--format json]
  opgavenwijzer study [--format json]

PAD is een Markdown-bestand, een map, een patroon of - voor standaardinvoer.
Afsluitcode: 0 niets gevonden, 1 bevindingen, 2 het werk lukte niet.
`;

function main(): number {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      format: { type: 'string' },
      'fail-on': { type: 'string', default: 'warning' },
      help: { type: 'boolean', short: 'h' },
    },
  });
  const [command, ...paths] = positionals;
  const out = (text: string) => process.stdout.write(text);
  if (values.help || command === undefined) {
    out(HELP);
    return values.help ? 0 : 2;
  }
  const engine = createEngine(builtinStudy);
  switch (command) {
    case 'check':
      return check(
        engine,
        paths,
        { format: values.format === 'json' ? 'json' : 'pretty', failOn: values['fail-on'] as 'warning' },
        out,
        report,
      );
    case 'analyse': {
      const path = paths[0]!;
      const text = readText({ name: shownPath(path), path });
      out(
        `${JSON.stringify(analysisReport(engine.study, analyse(engine, text), TextDocument.create(path, 'markdown', 0, text)))}\n`,
      );
      return 0;
    }
    case 'study':
      out(`${JSON.stringify(exportStudy(engine.study))}\n`);
      return 0;
    default:
      report(`‘${command}’ is geen opdracht. Kies check, analyse of study; zie opgavenwijzer --help.`);
      return 2;
  }
}

try {
  process.exitCode = main();
} catch (error) {
  report(error instanceof Problem ? error.message : (error as Error).message);
  process.exitCode = 2;
}
