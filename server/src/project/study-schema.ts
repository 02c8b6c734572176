import { type Form, type ObjectForm, STUDY_FORM } from '../core/index.js';
import type { Schema } from './configuration-schema.js';

/** JSON Schema of `studie.yaml`, from the table by which it is read: for editors that know YAML and not Opgavenwijzer. */
export const studySchema = (): Schema => ({
  $schema: 'http://json-schema.org/draft-07/schema#',
  title: 'Een eigen studie voor Opgavenwijzer',
  ...schemaOf(STUDY_FORM),
});

function schemaOf(form: Form): Schema {
  switch (form.kind) {
    case 'object':
      return ofObject(form);
    case 'list':
      return { type: 'array', maxItems: form.most, items: schemaOf(form.of) };
    case 'text':
      return { type: ['string', 'number', 'boolean'], maxLength: form.most };
    case 'name':
      return { type: 'string', pattern: "^\\p{L}[\\p{L} '’-]{0,29}$" };
    case 'key':
      return { type: 'string', pattern: '^[a-z][a-z0-9-]*$', maxLength: 80 };
    case 'id':
      return { type: ['string', 'number'], pattern: '^[a-z0-9][a-z0-9-]*$', maxLength: 80 };
    case 'signals':
      return { type: 'string' };
    case 'year':
      return { type: 'integer', minimum: 1000, maximum: 2999 };
    case 'page':
      return PAGE;
    case 'pages':
      return { anyOf: [PAGE, { type: 'array', minItems: 1, items: PAGE }] };
  }
}

const PAGE: Schema = { type: 'integer', minimum: 1, maximum: 99_999 };

function ofObject({ keys }: ObjectForm): Schema {
  const required = Object.entries(keys).flatMap(([key, { required }]) => (required ? [key] : []));
  return {
    type: 'object',
    additionalProperties: false,
    ...(required.length === 0 ? {} : { required }),
    properties: Object.fromEntries(
      // A key without a value says nothing yet.
      Object.entries(keys).map(([key, form]) => [
        key,
        { description: form.about, anyOf: [schemaOf(form), { type: 'null' }] },
      ]),
    ),
  };
}
