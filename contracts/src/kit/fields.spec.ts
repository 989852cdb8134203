import { IsDateString } from 'class-validator';
import { IsInt, IsOptional, Max, Min } from './decorators.js';
import { fieldsOf } from './fields.js';

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
