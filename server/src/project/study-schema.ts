import { type Form, MORE_FORM, type ObjectForm, STUDY_FORM } from '../core/index.js';
import type { Schema } from './configuration-schema.js';

/**
 * JSON Schema of every file of a study, from the tables by which it is read: for editors that know YAML and not
 * Opgavenwijzer. The file that a study begins with has a key and a title; its others have neither.
 */
export function studySchema(): Schema {
  const definitions: Definitions = {};
  const { required, ...whole } = ofObject(STUDY_FORM, definitions);
  const ofHead = Object.keys(STUDY_FORM.keys).filter((key) => !Object.hasOwn(MORE_FORM.keys, key));
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'Een studie voor Opgavenwijzer',
    ...whole,
    dependencies: Object.fromEntries(ofHead.map((key) => [key, required])),
    definitions,
  };
}

function schemaOf(form: Form, definitions: Definitions): Schema {
  switch (form.kind) {
    case 'object': {
      const whole = referenceTo(form, definitions);
      return form.alone === undefined ? whole : { anyOf: [schemaOf(form.keys[form.alone]!, definitions), whole] };
    }
    case 'list':
      return { type: 'array', maxItems: form.most, items: schemaOf(form.of, definitions) };
    case 'map':
      return {
        type: 'object',
        propertyNames: { pattern: ID },
        additionalProperties: { anyOf: [schemaOf(form.of, definitions), { type: 'null' }] },
      };
    case 'text':
      return { type: ['string', 'number', 'boolean'], maxLength: form.most };
    case 'name':
      return { type: 'string', pattern: "^\\p{L}[\\p{L} '’-]{0,29}$" };
    case 'key':
      return { type: 'string', pattern: '^[a-z][a-z0-9-]*$', maxLength: 80 };
    case 'id':
      return { type: ['string', 'number'], pattern: ID, maxLength: 80 };
    case 'choice':
      return { enum: form.among };
    case 'flag':
      return { const: true };
    case 'signals':
      return { type: 'string' };
    case 'year':
      return { type: 'integer', minimum: 1000, maximum: 2999 };
    case 'page':
    case 'number':
      return NUMBER;
    case 'pages':
      return { anyOf: [NUMBER, { type: 'array', minItems: 1, items: NUMBER }] };
  }
}

type Definitions = Record<string, Schema>;

const NUMBER: Schema = { type: 'integer', minimum: 1, maximum: 99_999 };
const ID = '^[a-z0-9][a-z0-9-]*$';

/** What an object has stands once, however often it is asked for. */
function referenceTo(form: ObjectForm, definitions: Definitions): Schema {
  const name = form.named.replaceAll(' ', '-');
  definitions[name] ??= ofObject(form, definitions);
  return { $ref: `#/definitions/${name}` };
}

function ofObject({ keys }: ObjectForm, definitions: Definitions): Schema {
  const required = Object.entries(keys).flatMap(([key, { required }]) => (required ? [key] : []));
  return {
    type: 'object',
    additionalProperties: false,
    ...(required.length === 0 ? {} : { required }),
    properties: Object.fromEntries(
      // A key without a value says nothing yet.
      Object.entries(keys).map(([key, form]) => [
        key,
        { description: form.about, anyOf: [schemaOf(form, definitions), { type: 'null' }] },
      ]),
    ),
  };
}
