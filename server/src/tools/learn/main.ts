import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { createEngine } from '../../core/service.js';
import { builtinStudy } from '../../core/study/builtin.js';
import { sources } from '../../generated/sources.js';
import { builtInFolder } from '../built-in.js';
import { readCorpus } from './corpus.js';
import { chooseThresholds, errorsIn, estimatesOf, evaluate, leaveOneOut, table } from './evaluate.js';
import { Lesson } from './learn.js';
import { weightsFile, weightsText } from './weights-file.js';

/** `learn.js eval|learn --corpus DIR [--out FILE]`; see docs/herkenning.md. */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    corpus: { type: 'string' },
    all: { type: 'boolean' },
    errors: { type: 'string', multiple: true },
    out: { type: 'string', default: join(builtInFolder('.'), 'weights.json') },
  },
});
if (!values.corpus) {
  console.error('Geef de map van het corpus: --corpus MAP. Zie docs/herkenning.md.');
  process.exit(2);
}
const engine = createEngine(builtinStudy);
const lesson = new Lesson(engine.recogniser, readCorpus(engine, values.corpus));
if (positionals[0] === 'learn') {
  const leftOut = leaveOneOut(lesson);
  const thresholds = chooseThresholds(engine.recogniser, estimatesOf(lesson, leftOut));
  const learned = (kind: 'themes' | 'opgaven') => ({
    first: lesson.first(kind, () => true),
    second: lesson.second(leftOut.surrounded[kind], () => true),
    thresholds: thresholds[kind],
  });
  writeFileSync(
    values.out,
    weightsText(weightsFile(lesson, sources.split('\n'), { themes: learned('themes'), opgaven: learned('opgaven') })),
  );
} else if (values.errors) {
  for (const line of errorsIn(lesson, (name) => values.errors!.some((part) => name.startsWith(part))))
    console.log(line);
} else {
  console.log(table(evaluate(lesson, (unit) => values.all || unit.measures)));
}
