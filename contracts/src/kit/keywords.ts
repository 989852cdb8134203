import { _, type CodeKeywordDefinition } from 'ajv/dist/2020.js';
import { canonicalForms, type CanonicalKind } from './canonical.js';
import { jsonFaultOf } from './plain-json.js';

/** Of texts without a length of their own, whose format says it. */
const NO_LIMIT = 1_000_000;

/** Puts a text into its canonical form, in place, before its length and its format are looked at. */
export const canonical: CodeKeywordDefinition = {
  keyword: 'canonical',
  type: 'string',
  schemaType: 'string',
  before: 'maxLength',
  error: { message: 'has no canonical form' },
  code(cxt) {
    const { gen, data, it, parentSchema } = cxt;
    const form = gen.scopeValue('func', { ref: canonicalForms[cxt.schema as CanonicalKind] });
    const made = gen.const('made', _`${form}(${data}, ${Number(parentSchema.maxLength ?? NO_LIMIT)})`);
    cxt.fail(_`${made} === null`);
    gen.if(_`${made} !== ${data}`, () => {
      gen.assign(data, made);
      gen.assign(_`${it.parentData}[${it.parentDataProperty}]`, made);
    });
  },
};

/** Free JSON of at most so many bytes that the database can store. */
export const plainJson: CodeKeywordDefinition = {
  keyword: 'plainJson',
  type: 'object',
  schemaType: 'number',
  error: {
    message: 'must be plain JSON of limited size',
    params: ({ params }) => _`{reason: ${params.reason}}`,
  },
  code(cxt) {
    const { gen, data, schema } = cxt;
    const check = gen.scopeValue('func', { ref: jsonFaultOf });
    const reason = gen.const('reason', _`${check}(${data}, ${Number(schema)})`);
    cxt.setParams({ reason });
    cxt.fail(_`${reason} !== null`);
  },
};
