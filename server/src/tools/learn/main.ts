import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { createEngine } from '../../core/service.js';
import { builtinStudy } from '../../core/study/builtin.js';
import { sources } from '../../generated/sources.js';
import { builtInFolder } from '../built-in.js';
import { readCodedWords } from './coded-words.js';
import { readCorpus } from './corpus.js';
import { errors } from './errors.js';
import { chooseThresholds, evaluate, judgedForThresholds, table } from './evaluate.js';
import { heldText, holdStudy } from './hold-study.js';
import { Lesson } from './lesson.js';
import { learnedFiles } from './weights-file.js';

/** `learn.js eval|learn [--corpus DIR] [--errors]`, `learn.js eval --study DIR`; see docs/herkenning.md. */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    corpus: { type: 'string' },
    study: { type: 'string' },
    errors: { type: 'boolean' },
    out: { type: 'string', default: builtInFolder('.') },
  },
});
const started = performance.now();
const tell = (what: string): void => console.error(`${((performance.now() - started) / 1000).toFixed(0)} s  ${what}`);
if (values.study !== undefined) console.log(heldText(holdStudy(values.study)));
else {
  const engine = createEngine(builtinStudy);
  const documents = readCorpus(engine, 'test/corpus', values.corpus);
  const lesson = new Lesson(engine.recogniser, documents, readCodedWords('test/corpus/woorden'), tell);
  const { estimates, learned } = lesson.learn(positionals[0] === 'learn');
  console.log(table(evaluate(lesson, estimates)));
  if (values.errors) console.log(errors(lesson, estimates));
  if (learned) {
    const thresholds = chooseThresholds(judgedForThresholds(lesson, estimates));
    mkdirSync(values.out, { recursive: true });
    for (const [name, text] of learnedFiles(lesson, sources.split('\n'), learned, thresholds))
      writeFileSync(join(values.out, name), text);
  }
}
