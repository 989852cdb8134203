import { exclusionOf, fieldsOf, type FieldSpec, type Shape } from '../src/index.js';

/** What the gateway lets through to validation (spec/security.md): bytes of a body, depth, keys of all its objects. */
export const BODY_BYTES = 100 * 1024;
const DEPTH = 20;
const KEYS = 1_000;

/** Texts of the size of a whole body that come near to what some format or pattern looks for. */
const nearMisses: Record<string, string> = {
  letters: 'a'.repeat(BODY_BYTES),
  blanks: ' '.repeat(BODY_BYTES),
  'blanks and a letter': `${' '.repeat(BODY_BYTES)}a`,
  'blanks between letters': `a${' '.repeat(BODY_BYTES)}a`,
  'subtags of a language': `de${'-abcdefgh'.repeat(BODY_BYTES / 9)}!`,
  'labels of a domain': `a@${'a-'.repeat(BODY_BYTES / 2)}`,
  'many labels': `a@${'a.'.repeat(BODY_BYTES / 2)}`,
  'a local part of dots': `${'a.'.repeat(BODY_BYTES / 2)}@`,
  'at signs': '@'.repeat(BODY_BYTES),
  'a fraction of a second': `2026-12-01T00:00:00.${'0'.repeat(BODY_BYTES)}`,
  'characters of two units': '😀'.repeat(BODY_BYTES / 4),
  // Their order is a matter of normalisation, which sorts them.
  'marks above and below in turn': `a${'\u0301\u0323'.repeat(BODY_BYTES / 4)}`,
  'letters that become eighteen': '\ufdfa'.repeat(BODY_BYTES / 3),
  'what nobody sees': '\u200b'.repeat(BODY_BYTES / 3),
  'turns of the direction of writing': '\u202e'.repeat(BODY_BYTES / 3),
  'characters of a code': `${'A'.repeat(BODY_BYTES)}!`,
};

/** Elements of which a list of the size of a body is made. */
const elements: Record<string, unknown> = {
  'empty objects': {},
  'empty lists': [],
  'empty texts': '',
  numbers: 0,
  nulls: null,
};

/** Values that a client can send for a shape, each the worst of its kind; with a name for the message of a failure. */
export function* worstInputs(shape: Shape): Generator<[string, unknown]> {
  yield ['unknown fields', fields(KEYS)];
  yield ['unknown fields beside the known ones', { ...sample(shape), ...fields(KEYS) }];
  for (const [path, spec] of reachable(shape)) {
    const put = (value: unknown) => around(shape, path, value);
    if (isList(spec)) {
      for (const [what, element] of Object.entries(elements)) {
        yield [`${path.join('/')}: ${what}`, put(filled(element))];
      }
      yield [`${path.join('/')}: one sound element, again and again`, put(filled(elementOf(spec)))];
    } else if (spec.schema.type === 'string') {
      for (const [what, text] of Object.entries(nearMisses)) yield [`${path.join('/')}: ${what}`, put(text)];
    } else {
      yield [`${path.join('/')}: unknown fields`, put(fields(KEYS))];
      yield [`${path.join('/')}: objects in objects`, put(deep(fields(KEYS - DEPTH)))];
      yield [`${path.join('/')}: a long list`, put({ a: filled(0) })];
      yield [`${path.join('/')}: a long text`, put({ a: nearMisses['what nobody sees'] })];
    }
  }
}

type Path = string[];
const isList = (spec: FieldSpec): boolean => spec.schema.type === 'array';

/** Every field of a shape and of the shapes in it, with its path. */
function* reachable(shape: Shape, path: Path = []): Generator<[Path, FieldSpec]> {
  for (const [name, spec] of fieldsOf(shape)) {
    yield [[...path, name], spec];
    if (spec.nested) yield* reachable(spec.nested(), [...path, name]);
  }
}

/** An input that is sound but for the value at the path; a list on the way has as many elements as it may. */
function around(shape: Shape, [name, ...rest]: Path, value: unknown): object {
  const spec = fieldsOf(shape).get(name!)!;
  const inner = rest.length ? around(spec.nested!(), rest, value) : value;
  return { ...sample(shape), [name!]: rest.length && isList(spec) ? [inner] : inner };
}

/** The least that fits. */
export function sample(shape: Shape): Record<string, unknown> {
  const exclusion = exclusionOf(shape);
  const one = exclusion?.rule === 'exactlyOne' ? exclusion.fields[0] : null;
  const required = [...fieldsOf(shape)].filter(([name, spec]) => !spec.optional || name === one);
  return Object.fromEntries(required.map(([name, spec]) => [name, valueOf(spec)]));
}

function valueOf(spec: FieldSpec): unknown {
  if (spec.nullable) return null;
  if (isList(spec)) return [];
  if (spec.nested) return sample(spec.nested());
  return plainValue(spec.schema);
}

const elementOf = (spec: FieldSpec): unknown =>
  spec.nested ? sample(spec.nested()) : plainValue(spec.schema.items as FieldSpec['schema']);

function plainValue(schema: FieldSpec['schema']): unknown {
  if (schema.enum) return (schema.enum as unknown[])[0];
  if (schema.type === 'integer') return Math.max(0, Number(schema.minimum));
  if (schema.type === 'boolean') return true;
  if (schema.type === 'object') return {};
  // The only patterns are of keys and signatures in base64url.
  if (schema.pattern) return 'A'.repeat(Number(schema.maxLength));
  return texts[String(schema.format)] ?? 'a'.repeat(Math.max(1, Number(schema.minLength ?? 1)));
}

const texts: Record<string, string> = {
  uuid: '0190a000-0000-7000-8000-000000000000',
  email: 'a@example.com',
  country: 'DE',
  language: 'de',
  'date-time': '2026-12-01T00:00:00Z',
};

const fields = (count: number): Record<string, unknown> =>
  Object.fromEntries(Array.from({ length: count }, (_, i) => [`${'x'.repeat(90)}${i}`, i]));

const filled = (element: unknown): unknown[] => {
  const bytes = JSON.stringify(element).length + 1;
  return Array.from({ length: Math.floor(BODY_BYTES / bytes) }, () => structuredClone(element));
};

function deep(innermost: unknown): unknown {
  let value = innermost;
  for (let i = 0; i < DEPTH - 2; i++) value = { a: value };
  return value;
}
