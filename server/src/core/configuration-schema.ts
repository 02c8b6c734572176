import { DEFAULT_CONFIGURATION, LEVELS, MOMENTS, SCOPES } from './configuration.js';
import { CITATION_STYLES, pandocCitation } from './features/citing.js';
import { RULES } from './rules/registry.js';
import type { StudyIndex } from './study/index.js';

/** A JSON Schema, as far as it is needed here. */
type Schema = Readonly<Record<string, unknown>>;

/**
 * JSON Schema of a programme's configuration file, with Dutch descriptions: an editor completes and checks the file
 * by it. Generated from the rules and the study, so that it names no more and no less than they do.
 */
export function configurationSchema(study: StudyIndex): Schema {
  const example = pandocCitation(study.info, { item: study.opgaven[0]! }, 'bracket').text;
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
      gemeente: {
        description:
          'Uw gemeente: wat de studie over haar of haar regio zegt, staat in de uitleg naast de landelijke cijfers. De naam van voor een herindeling geldt ook.',
        enum: study.municipalities
          .flatMap(({ name, variants, former }) => [name, ...variants, ...former])
          .sort((a, b) => a.localeCompare(b, 'nl')),
      },
      reikwijdte: choice(
        'Waar een opgave opgepakt mag zijn om niet te worden gemist.',
        SCOPES,
        [
          'ergens in het programma: alle documenten in deze map',
          'in hetzelfde document',
          'onder hetzelfde kopje, of een kopje daaronder',
        ],
        DEFAULT_CONFIGURATION.reikwijdte,
      ),
      regels: {
        description: 'Per melding het niveau. Wat hier niet staat, houdt zijn gewone niveau.',
        type: 'object',
        additionalProperties: false,
        properties: Object.fromEntries(
          RULES.map(({ code, title, description, level }) => [
            code,
            choice(`${title}. ${description}`, LEVELS, LEVEL_DESCRIPTIONS, level),
          ]),
        ),
      },
      bewustNiet: {
        description:
          'Opgaven die het hele programma bewust buiten beschouwing laat, met de reden. In één document kan het ook bovenaan, onder ‘bewust-niet’.',
        type: 'object',
        additionalProperties: false,
        properties: Object.fromEntries(
          study.opgaven.map(({ id, title, short }) => [
            id,
            {
              type: 'string',
              minLength: 1,
              description: `${title} (${study.themeOf(study.opgave(id)!).name}). ${short}`,
              // biome-ignore lint/suspicious/noTemplateCurlyInString: a tab stop
              defaultSnippets: [{ label: 'Reden', body: '${1:Waarom laat u deze opgave buiten het programma?}' }],
            },
          ]),
        ),
      },
      verwijzing: choice(
        'Hoe een bron in de tekst komt.',
        CITATION_STYLES,
        [
          `tussen haken, zoals Pandoc het leest: ${example}`,
          'een voetnoot met een nummer, de noot aan het eind van het document',
          'een voetnoot met een naam, de noot aan het eind van het document',
        ],
        DEFAULT_CONFIGURATION.verwijzing,
      ),
      controle: choice(
        'Wanneer de editor meldingen toont. De opdrachtregel controleert altijd.',
        MOMENTS,
        [
          'tijdens het typen, maar niet op de regel waaraan u schrijft',
          'als u opslaat',
          'als u erom vraagt, met ‘Opgavenwijzer: Controleer nu’',
        ],
        DEFAULT_CONFIGURATION.controle,
      ),
    },
  };
}

const LEVEL_DESCRIPTIONS = ['een fout', 'een waarschuwing', 'ter informatie', 'een onopvallende hint', 'niet melden'];

function choice(
  description: string,
  options: readonly string[],
  descriptions: readonly string[],
  standard: string,
): Schema {
  return { description, enum: options, enumDescriptions: descriptions, default: standard };
}
