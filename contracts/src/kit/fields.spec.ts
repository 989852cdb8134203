import { IsDateString } from 'class-validator';
import { Extensible, IsIn, IsInt, IsNullable, IsOptional, Max, Min } from './decorators.js';
import { AtMostOne, ExactlyOne } from './exclusion.js';
import { exclusionOf, fieldsOf } from './fields.js';
import { inlineSchema, namedSchema } from './json-schema.js';

it('refuses a decorator that no document could show', () => {
  class Probe {
    @IsDateString() day: string;
  }
  expect(() => fieldsOf(Probe)).toThrow('Probe.day: @isDateString');
});

it('puts what is inherited first, and takes the own decorators of a property declared again', () => {
  class Parent {
    @IsInt() @Min(1) a: number;
    @IsInt() b: number;
  }
  class Child extends Parent {
    @IsOptional() @IsInt() declare b: number;
    @IsInt() @Max(3) c: number;
  }
  expect([...fieldsOf(Child).keys()]).toEqual(['a', 'b', 'c']);
  expect(fieldsOf(Child).get('b')?.optional).toBe(true);
  expect(fieldsOf(Parent).get('b')?.optional).toBe(false);
});

it('finds two fields that exclude each other beside the fields, also where they are inherited, and one pair a class', () => {
  @ExactlyOne('a', 'b')
  class Parent {
    @IsOptional() @IsInt() a?: number;
    @IsOptional() @IsInt() b?: number;
  }
  class Child extends Parent {
    @IsInt() c: number;
  }
  @AtMostOne('a', 'b')
  class Doubled extends Parent {}
  expect([...fieldsOf(Child).keys()]).toEqual(['a', 'b', 'c']);
  for (const shape of [Parent, Child])
    expect(exclusionOf(shape)).toEqual({ rule: 'exactlyOne', fields: ['a', 'b'] });
  expect(() => exclusionOf(Doubled)).toThrow('Doubled: a class has one exclusion');
});

it('says of an enumeration that it may grow where releases are compared, and in no document', () => {
  class Probe {
    @IsIn(['a']) @Extensible() kind: string;
    @IsNullable() @IsIn(['a']) @Extensible() topic: string | null;
  }
  expect(JSON.stringify(inlineSchema(Probe, 'tolerant')).match(/x-extensible/g)).toHaveLength(2);
  expect(JSON.stringify(namedSchema(Probe, new Map()))).not.toContain('x-extensible');
});
