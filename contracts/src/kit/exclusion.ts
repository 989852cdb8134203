import { registerDecorator, type ValidationArguments } from 'class-validator';
import type { Shape } from './fields.js';
import type { JsonSchema } from './json-schema.js';

/** Two optional fields of a shape that exclude each other. */
export interface Exclusion {
  rule: keyof typeof rules;
  fields: readonly [string, string];
}

interface Rule {
  /** How many of the two may be there. */
  fits: (count: number) => boolean;
  isGiven: (value: unknown) => boolean;
  schema: (a: string, b: string) => JsonSchema;
  /** The fault of a request with the wrong number of them, and its field. */
  fault: (a: string, b: string) => { field: string; code: string; detail: string };
}

const rules = {
  exactlyOne: {
    fits: (count) => count === 1,
    isGiven: (value) => value !== undefined,
    schema: (a, b) => ({ oneOf: [{ required: [a] }, { required: [b] }] }),
    fault: (a, b) => ({ field: a, code: 'ONE_OF', detail: `give either ${a} or ${b}` }),
  },
  /** An empty text is a field of a form that was left empty, and counts as missing. */
  atMostOne: {
    fits: (count) => count < 2,
    isGiven: (value) => value !== undefined && value !== '',
    schema: (a, b) => ({
      not: { required: [a, b], properties: { [a]: { minLength: 1 }, [b]: { minLength: 1 } } },
    }),
    fault: (a, b) => ({ field: b, code: 'NOT_ALLOWED', detail: `is one too many beside ${a}` }),
  },
} satisfies Record<string, Rule>;

/** class-validator keeps rules by property; this one is of the whole class, and `@IsOptional()` of no field may switch it off. */
export const WHOLE_CLASS = '(class)';

type OptionalFieldOf<T> = { [K in keyof T]-?: undefined extends T[K] ? K : never }[keyof T];

const exclusion =
  (rule: Exclusion['rule']) =>
  <Field extends string>(...fields: [Field, Field]) =>
  <C extends Shape>(target: [Field] extends [OptionalFieldOf<InstanceType<C>>] ? C : never): void => {
    const exclusion: Exclusion = { rule, fields };
    const validate = (_value: unknown, args?: ValidationArguments) =>
      fits(exclusion, args!.object as Record<string, unknown>);
    registerDecorator({
      name: rule,
      target,
      propertyName: WHOLE_CLASS,
      constraints: [exclusion],
      validator: { validate },
    });
  };

/** Of a class: one of the two optional fields is given, and not both. */
export const ExactlyOne = exclusion('exactlyOne');
/** Of a class: the two optional fields are not given together. */
export const AtMostOne = exclusion('atMostOne');

function fits({ rule, fields }: Exclusion, value: Record<string, unknown>): boolean {
  const { fits, isGiven } = rules[rule];
  return fits(fields.filter((field) => isGiven(value[field])).length);
}

export const schemaOfExclusion = ({ rule, fields }: Exclusion): JsonSchema => rules[rule].schema(...fields);

/** What is wrong with a value in this respect. */
export const exclusionFault = (exclusion: Exclusion, value: Record<string, unknown>) =>
  fits(exclusion, value) ? null : rules[exclusion.rule].fault(...exclusion.fields);
