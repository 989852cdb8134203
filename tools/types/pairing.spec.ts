import { readdirSync, writeFileSync, mkdtempSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import ts from 'typescript';
import { mismatches } from './pairing.js';

const root = resolve(import.meta.dirname, '../..');
const config = ts.parseJsonConfigFileContent(
  ts.readConfigFile(join(root, 'tsconfig.json'), ts.sys.readFile).config,
  ts.sys,
  root,
).options;
const contracts = readdirSync(join(root, 'contracts/src'), { recursive: true, encoding: 'utf8' })
  .filter((f) => f.endsWith('.ts') && !f.endsWith('spec.ts'))
  .map((f) => join(root, 'contracts/src', f));

const wrong: Record<string, [field: string, what: string]> = {
  'a text on a number': ['@IsLine() @MaxLength(5) a: number;', '@IsLine makes string'],
  'a required field on an optional property': ['@IsBoolean() a?: boolean;', '@IsOptional'],
  'an optional field on a required property': ['@IsOptional() @IsBoolean() a: boolean;', '@IsOptional'],
  'a nullable field on a property that is never null': ['@IsNullable() @IsUUID() a: string;', '@IsNullable'],
  'a property that may be null, and whose field may not': ['@IsUUID() a: string | null;', '@IsNullable'],
  'choices on any text': ["@IsIn(['x', 'y']) a: string;", '@IsIn makes'],
  'a text without a maximum': ['@IsString() a: string;', 'a text has a maximum'],
  'a list without a maximum': [
    "@IsArray() @IsUUID('all', { each: true }) a: string[];",
    'a list has a maximum',
  ],
  'a value on a list': ['@IsUUID() a: string[];', 'a list’s decorators'],
  'another nested shape': ['@Nested(() => Inner) a: Other;', '@Nested makes Inner'],
};
const right = [
  '@IsOptional() @IsNullable() @IsLine() @MaxLength(5) a?: string | null;',
  "@IsIn(['x', 'y'] as const) b: 'x' | 'y';",
  '@NestedList(() => Inner, 3) c: Inner[];',
  "@IsArray() @ArrayMaxSize(2) @IsUUID('all', { each: true }) d: string[];",
  '@Equals(true) e: true;',
  '@IsObject() f: Record<string, unknown>;',
];

describe('decorators and declared types', () => {
  const folder = mkdtempSync(join(root, 'contracts/src/pairing-'));
  let program: ts.Program;
  const file = (name: string): string => join(folder, `${name.replace(/\W/g, '-')}.ts`);
  const write = (name: string, fields: string): void =>
    writeFileSync(
      file(name),
      `import { ArrayMaxSize, Equals, IsArray, IsBoolean, IsIn, IsLine, IsNullable, IsObject, IsOptional, IsString, IsUUID, MaxLength, Nested, NestedList } from '../kit/index.js';
class Inner { @IsBoolean() on: boolean; }
class Other { @IsBoolean() off: boolean; }
export class Probe {\n${fields}\n}
export { ArrayMaxSize, Equals, IsArray, IsBoolean, IsIn, IsLine, IsNullable, IsObject, IsOptional, IsString, IsUUID, MaxLength, Nested, NestedList, Inner, Other };`,
    );
  const found = (name: string): string[] =>
    mismatches(program.getSourceFile(name)!, program.getTypeChecker());

  beforeAll(() => {
    for (const [name, [field]] of Object.entries(wrong)) write(name, field);
    write('right', right.join('\n'));
    program = ts.createProgram([...contracts, ...[...Object.keys(wrong), 'right'].map(file)], config);
  }, 120_000);
  afterAll(() => rmSync(folder, { recursive: true }));

  it('say the same in every contract', () => expect(contracts.flatMap(found)).toEqual([]));
  it('say the same where they are right', () => expect(found(file('right'))).toEqual([]));
  it.each(Object.entries(wrong))('differ for %s', (name, [, what]) =>
    expect(found(file(name)).join()).toContain(what),
  );
});
