import { builtinStudy } from '../../core/study/builtin.js';
import { indexStudy } from '../../core/study/index.js';
import { configurationSchema } from '../../project/configuration-schema.js';
import { manifestFile } from './manifest.js';
import { rulePages } from './rule-pages.js';
import { settingsPage } from './settings-page.js';

/** Every file of the repository that is generated, with its content. A test keeps them current. */
export function generatedFiles(): [path: string, content: string][] {
  const schema = configurationSchema(indexStudy(builtinStudy.study()));
  return [
    ['schemas/opgavenwijzer.schema.json', `${JSON.stringify(schema, null, 2)}\n`],
    manifestFile(),
    ...rulePages(),
    settingsPage(),
  ];
}
