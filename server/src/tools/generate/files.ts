import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { builtinStudy, createService } from '../../core/index.js';
import { configurationSchema } from '../../project/configuration-schema.js';
import { studySchema } from '../../project/study-schema.js';
import { manifestFile } from './manifest.js';
import { rulePages } from './rule-pages.js';
import { SAMPLE, samplePage } from './sample-page.js';
import { settingsPage } from './settings-page.js';

/** Every file of the repository at `root` that is generated, with its content. A test keeps them current. */
export function generatedFiles(root: string): [path: string, content: string][] {
  const service = createService([builtinStudy]);
  const schema = configurationSchema(service.studies);
  const sample = readFileSync(join(root, SAMPLE), 'utf8').replaceAll('\r\n', '\n');
  return [
    ['schemas/opgavenwijzer.schema.json', `${JSON.stringify(schema, null, 2)}\n`],
    ['schemas/opgavenwijzer-studie.schema.json', `${JSON.stringify(studySchema(), null, 2)}\n`],
    manifestFile(),
    ...rulePages(service.studies[0]!),
    settingsPage(),
    samplePage(service, sample),
  ];
}
