import manifest from '../../../../package.json';
import { builtinStudy, configurationSchema, createService } from '../../core/index.js';
import { rulePages } from './rule-pages.js';
import { type Settings, settingsPage } from './settings-page.js';

/** Every file of the repository that is generated, with its content. A test keeps them current. */
export function generatedFiles(): [path: string, content: string][] {
  const schema = configurationSchema(createService([builtinStudy]).study);
  const { configuration = {} } = manifest.contributes as { configuration?: Settings };
  return [
    ['schemas/opgavenwijzer.schema.json', `${JSON.stringify(schema, null, 2)}\n`],
    ...rulePages(),
    settingsPage(schema as Settings, configuration),
  ];
}
