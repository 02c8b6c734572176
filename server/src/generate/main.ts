import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { configurationSchema } from '../core/configuration-schema.js';
import { builtinStudy } from '../core/study/builtin.js';
import { indexStudy } from '../core/study/index.js';

/** Writes what is generated from the registry and the study and stands in the repository. A test keeps it current. */
const root = process.argv[2] ?? '.';

function write(path: string, content: string): void {
  const file = join(root, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, content);
  console.log(path);
}

const study = indexStudy(builtinStudy.study());
write('schemas/opgavenwijzer.schema.json', `${JSON.stringify(configurationSchema(study), null, 2)}\n`);
