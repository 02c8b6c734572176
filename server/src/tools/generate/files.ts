import manifest from '../../../../package.json';
import { configurationSchema } from '../../core/configuration-schema.js';
import { builtinStudy } from '../../core/study/builtin.js';
import { indexStudy } from '../../core/study/index.js';
import { rulePages } from './rule-pages.js';
import { type Settings, settingsPage } from './settings-page.js';

/** Every file of the repository that is generated, with its content. A test keeps them current. */
export function generatedFiles(): [path: string, content: string][] {
  const schema = configurationSchema(indexStudy(builtinStudy.study()));
  const { configuration = {} } = manifest.contributes as { configuration?: Settings };
  return [
    ['schemas/opgavenwijzer.schema.json', `${JSON.stringify(schema, null, 2)}\n`],
    ...rulePages(),
    settingsPage(schema as Settings, configuration),
  ];
}
