import { validateSync } from 'class-validator';
import fc from 'fast-check';
import { registry } from './index.js';
import { fieldsOf, validate, type FieldSpec, type Shape } from './kit/index.js';

const TEXTS: Record<string, fc.Arbitrary<string>> = {
  uuid: fc.uuid({ version: 7 }),
  email: fc.constantFrom('anna@example.com', 'a.b+c@sub.example.org'),
  country: fc.constantFrom('DE', 'CH', 'fr'),
  language: fc.constantFrom('de', 'en-GB'),
  'date-time': fc
    .date({ min: new Date(0), max: new Date(4e12), noInvalidDate: true })
    .map((d) => d.toISOString()),
};
/** Of everything that is not asked for; no NUL, half characters and unsafe integers, which Ajv alone refuses (0021). */
const wrong = fc.constantFrom<unknown>(
  true,
  false,
  0,
  -1,
  1.5,

  '',
  ' ',
  'x',
  'a\u0001b',
  'x'.repeat(30_000),
  [],
  ['x'],
  {},
);

function valueOf(spec: FieldSpec): fc.Arbitrary<unknown> {
  const item = spec.nested ? objectOf(spec.nested()) : plain((spec.schema.items ?? spec.schema) as Rules);
  const right =
    spec.schema.type === 'array'
      ? fc.array(item, { maxLength: Math.min(3, Number(spec.schema.maxItems) + 1) })
      : item;
  // Null for what may be missing is Ajv's alone to refuse (0021).
  const other = spec.nested ? right : wrong;
  return fc.oneof(
    { weight: 30, arbitrary: right },
    { weight: 1, arbitrary: other },
    ...(spec.nullable ? [fc.constant(null)] : []),
  );
}
interface Rules {
  type?: string;
  enum?: unknown[];
  const?: unknown;
  format?: string;
  pattern?: string;
  minLength?: number;
  maxLength?: number;
  minimum?: number;
  maximum?: number;
}
function plain(rules: Rules): fc.Arbitrary<unknown> {
  if (rules.const !== undefined) return fc.constant(rules.const);
  if (rules.enum) return fc.constantFrom(...rules.enum);
  if (rules.pattern) return fc.stringMatching(new RegExp(rules.pattern, 'u'), { maxLength: rules.maxLength });
  if (rules.type === 'string')
    return (
      TEXTS[rules.format!] ??
      fc.string({ minLength: rules.minLength, maxLength: Math.min(rules.maxLength!, 40) })
    );
  if (rules.type === 'integer')
    return fc.integer({
      min: Math.max(rules.minimum!, -(2 ** 31)),
      max: Math.min(rules.maximum!, 2 ** 31 - 1),
    });
  return rules.type === 'boolean' ? fc.boolean() : fc.constant({});
}
function objectOf(shape: Shape): fc.Arbitrary<object> {
  // Ajv passes a lenient field as it is.
  const fields = [...fieldsOf(shape)].filter(([, spec]) => !spec.lenient);
  const model = Object.fromEntries(fields.map(([name, spec]) => [name, valueOf(spec)]));
  const requiredKeys = fields.filter(([, spec]) => !spec.optional).map(([name]) => name);
  return fc
    .record(model, { requiredKeys: requiredKeys as never })
    .map((made) => Object.assign(new shape(), made));
}

const shapes = new Set<Shape>();
for (const contract of registry.values()) {
  for (const shape of Object.values(contract)) {
    if (typeof shape === 'function' && fieldsOf(shape as Shape).size) shapes.add(shape as Shape);
  }
}

it('looks at every contract', () => expect(shapes.size).toBeGreaterThan(100));
it.each([...shapes].map((s) => [s.name, s] as const))(
  'class-validator and Ajv agree on %s',
  (_name, shape) => {
    fc.assert(
      fc.property(objectOf(shape), (value) => {
        const says = validateSync(value, { forbidUnknownValues: false }).length === 0;
        const copy: unknown = JSON.parse(JSON.stringify(value));
        expect({ value: copy, fits: validate(shape, structuredClone(copy)).length === 0 }).toEqual({
          value: copy,
          fits: says,
        });
      }),
      { numRuns: 25 },
    );
  },
);
