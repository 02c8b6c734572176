import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import manifest from '../../../../package.json';
import { builtinStudy, configurationSchema, createService } from '../../core/index.js';
import { rulePages } from './rule-pages.js';
import { SAMPLE, samplePage } from './sample-page.js';
import { type Settings, settingsPage } from './settings-page.js';

/** Every file of the repository at `root` that is generated, with its content. A test keeps them current. */
export function generatedFiles(root: string): [path: string, content: string][] {
  const service = createService([builtinStudy]);
  const schema = configurationSchema(service.study);
  const sample = readFileSync(join(root, SAMPLE), 'utf8').replaceAll('\r\n', '\n');
  const { configuration = {} } = manifest.contributes as { configuration?: Settings };
  return [
    ['schemas/opgavenwijzer.schema.json', `${JSON.stringify(schema, null, 2)}\n`],
    ...rulePages(),
    settingsPage(schema as Settings, configuration),
    samplePage(service, sample),
  ];
}
