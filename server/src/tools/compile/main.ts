import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { writeSignals } from '../../core/signals/signal-json.js';
import { writeModel } from '../../core/study/model-json.js';
import { builtInFolder } from '../built-in.js';
import { compileStudy } from './compile-study.js';
import { compileWeights } from './compile-weights.js';

/** `node compile.js ROOT`: compiles ROOT/data into ROOT/server/src/generated. Exits 1 with a line per fault. */
const root = resolve(process.argv[2] ?? '.');
const study = builtInFolder(root);
const result = compileStudy(study);
if ('faults' in result) {
  for (const line of result.faults) console.error(`data/${line}`);
  process.exit(1);
}
const folder = join(root, 'server/src/generated');
mkdirSync(folder, { recursive: true });
const module = (name: string, value: string): void => {
  writeFileSync(
    join(folder, `${name}.ts`),
    `// Made by npm run build from data/.\nexport const ${name} = ${JSON.stringify(value)};\n`,
  );
};
// Parsing a JSON string is faster for the engine than reading the same value as code.
module('study', JSON.stringify(result.study));
module('signals', writeSignals(result.signals));
module('cues', writeSignals(result.cues));
module('language', JSON.stringify(result.language));
module('municipalities', JSON.stringify(result.municipalities));
module('sources', result.signals.sources.join('\n'));
const learned = (name: string) => JSON.parse(readFileSync(join(study, name), 'utf8'));
const [weights, words, stance] = ['weights.json', 'words.json', 'stance.json'].map(learned);
module('weights', writeModel(compileWeights(weights, words, stance, result.signals)));
