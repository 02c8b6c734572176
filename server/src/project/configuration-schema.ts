import {
  differsByStudy,
  type Opgave,
  RULES,
  type Rule,
  type StudyIndex,
  silenceable,
  silenceOf,
} from '../core/index.js';
import { LEVEL_TEXTS, type Setting, settingsIn } from './settings.js';

/** A JSON Schema, as far as it is needed here. */
export type Schema = Readonly<Record<string, unknown>>;

/**
 * JSON Schema of a programme's configuration file, with Dutch descriptions: an editor completes and checks the file
 * by it. Generated from the settings, the rules and the study, so that it names no more and no less than they do.
 */
export function configurationSchema(studies: readonly StudyIndex[]): Schema {
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'Opgavenwijzer',
    description: 'Instellingen voor het programma in deze map; de editor en de opdrachtregel lezen ze allebei.',
    type: 'object',
    additionalProperties: false,
    // Comments and a comma after the last line are read as well.
    allowComments: true,
    allowTrailingCommas: true,
    // biome-ignore lint/suspicious/noTemplateCurlyInString: a tab stop
    defaultSnippets: [{ label: 'Een programma', body: { gemeente: '${1:Zaanstad}', reikwijdte: 'programma' } }],
    properties: {
      $schema: { type: 'string', description: 'Het schema van dit bestand.' },
      ...Object.fromEntries(
        settingsIn('file').map(([key, setting]) => [key, { description: setting.text, ...valuesOf(setting, studies) }]),
      ),
    },
  };
}

function valuesOf(setting: Setting, studies: readonly StudyIndex[]): Schema {
  switch (setting.kind) {
    case 'choice':
      return choice(setting.options, setting.default);
    case 'studies':
      return {
        type: 'array',
        minItems: 1,
        uniqueItems: true,
        items: { anyOf: [{ enum: studies.map(({ info }) => info.key) }, { type: 'string', pattern: '[./]' }] },
      };
    case 'municipality':
      return {
        enum: studies
          .flatMap(({ municipalities }) => municipalities)
          .flatMap(({ name, variants, former }) => [name, ...variants, ...former])
          .sort((a, b) => a.localeCompare(b, 'nl')),
      };
    case 'levels':
      return {
        ...withProperties([
          ...RULES.map((rule) => [rule.code, levelOf(rule)] as const),
          ...(studies.length > 1
            ? studies.flatMap(({ info }) =>
                PER_STUDY.map((rule) => [silenceOf(rule.code, info.key), levelOf(rule, info.title)] as const),
              )
            : []),
        ]),
        // For one study, with its key behind it.
        patternProperties: {
          [`^(?:${PER_STUDY.map(({ code }) => code).join('|')}):[a-z][a-z0-9-]*$`]: choice(LEVEL_TEXTS),
        },
      };
    case 'reasons':
      return {
        ...withProperties(
          studies.flatMap((study) => study.opgaven.map((opgave) => [opgave.id, reason(study, opgave)])),
        ),
        // With the key of its study before it.
        patternProperties: Object.fromEntries(
          studies.map(({ info, opgaven }) => [
            `^${info.key}:(?:${opgaven.map(({ id }) => id).join('|')})$`,
            { type: 'string', minLength: 1 },
          ]),
        ),
      };
    case 'findings':
      return { type: 'array', uniqueItems: true, items: { enum: silenceable(studies) } };
    case 'words':
      return { type: 'array', uniqueItems: true, items: { type: 'string', minLength: 1 } };
    case 'text':
      return { type: 'string' };
    case 'switch':
      return { type: 'boolean', default: setting.default };
  }
}

const PER_STUDY = RULES.filter(({ code }) => differsByStudy(code));

const levelOf = ({ title, description, level }: Rule, study?: string): Schema => ({
  description: `${study === undefined ? '' : `Alleen naast ‘${study}’. `}${title}. ${description}`,
  ...choice(LEVEL_TEXTS, level),
});

const reason = (study: StudyIndex, opgave: Opgave): Schema => ({
  type: 'string',
  minLength: 1,
  description: `${opgave.title} (${study.themeOf(opgave).name}). ${opgave.short}`,
  // biome-ignore lint/suspicious/noTemplateCurlyInString: a tab stop
  defaultSnippets: [{ label: 'Reden', body: '${1:Waarom laat u deze opgave buiten het programma?}' }],
});

const withProperties = (properties: readonly (readonly [string, Schema])[]): Schema => ({
  type: 'object',
  additionalProperties: false,
  properties: Object.fromEntries(properties),
});

const choice = (options: Readonly<Record<string, string>>, standard?: string): Schema => ({
  enum: Object.keys(options),
  enumDescriptions: Object.values(options),
  ...(standard === undefined ? {} : { default: standard }),
});
