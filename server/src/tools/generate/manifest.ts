import manifest from '../../../../package.json';
import { TOOLS, type Tool } from '../../project/assistant/tools.js';
import { LEVEL_TEXTS, type Setting, settingsIn } from '../../project/settings.js';
import { ABOUT_OPEN_DOCUMENT, TOOL_PREFIX } from '../../protocol/assistants.js';

/** The manifest of the extension, with the settings and the tools for assistants as their tables have them. */
export function manifestFile(): [path: string, content: string] {
  const { contributes } = manifest;
  const properties = Object.fromEntries(
    settingsIn('editor').map(([key, setting], index) => [`opgavenwijzer.${key}`, inVsCode(setting, index + 1)]),
  );
  const configuration = { ...contributes.configuration, properties };
  const languageModelTools = TOOLS.map(toolInVsCode);
  const written = { ...manifest, contributes: { ...contributes, languageModelTools, configuration } };
  return ['package.json', `${JSON.stringify(written, null, 2)}\n`];
}

function toolInVsCode({ name, title, reference, summary, description, icon, aboutOpenDocument, input }: Tool): object {
  return {
    name: `${TOOL_PREFIX}${name}`,
    displayName: title,
    toolReferenceName: reference,
    canBeReferencedInPrompt: true,
    userDescription: summary,
    modelDescription: aboutOpenDocument
      ? `${description} Zonder ‘tekst’ en ‘bestand’ gaat het over het document dat open is, ook als het niet is opgeslagen.`
      : description,
    icon,
    tags: ['opgavenwijzer', ...(aboutOpenDocument ? [ABOUT_OPEN_DOCUMENT] : [])],
    inputSchema: input,
  };
}

function inVsCode(setting: Setting, order: number): object {
  const adds = setting.kind === 'findings' || setting.kind === 'words';
  const beside = adds
    ? ' Wat in `.opgavenwijzer.json` staat, komt erbij.'
    : ' Wat in `.opgavenwijzer.json` staat, gaat voor.';
  return {
    ...valuesOf(setting),
    scope: setting.window ? 'window' : 'resource',
    order,
    markdownDescription: `${setting.text}${setting.in === 'both' ? beside : ''}`,
  };
}

function valuesOf(setting: Setting): object {
  switch (setting.kind) {
    case 'choice':
      return {
        type: 'string',
        enum: Object.keys(setting.options),
        enumDescriptions: Object.values(setting.options),
        default: setting.default,
      };
    case 'levels':
      return {
        type: 'object',
        additionalProperties: { type: 'string', enum: Object.keys(LEVEL_TEXTS) },
        default: {},
      };
    case 'reasons':
      return { type: 'object', additionalProperties: { type: 'string' }, default: {} };
    case 'studies':
    case 'findings':
    case 'words':
      return { type: 'array', items: { type: 'string' }, default: [] };
    case 'switch':
      return { type: 'boolean', default: setting.default };
    case 'text':
    case 'municipality':
      return { type: 'string', default: '' };
  }
}
