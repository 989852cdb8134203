import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join, resolve } from 'node:path';
import { promisify } from 'node:util';

interface Config {
  rules: Record<string, unknown>;
  overrides: { rules: Record<string, unknown> }[];
}

interface Diagnostic {
  code?: string;
  message: string;
  filename: string;
}

/** Of each rule an example that it refuses; those of the first list stand in TypeScript, the others in plain modules. */
const typescript: Record<string, string> = {
  'for-direction': 'for (let i = 0; i < 9; i--) console.log(i);',
  'no-async-promise-executor': 'export const a = new Promise(async (done) => done(1));',
  'no-case-declarations':
    'export function a(n: number) { switch (n) { case 1: let b = n; return b; default: return 2; } }',
  'no-compare-neg-zero': 'export const a = (n: number) => n === -0;',
  'no-cond-assign': 'export function a(n: number) { if (n = 1) return n; return 2; }',
  'no-constant-binary-expression': 'export const a = (n: number) => ({}) ?? n;',
  'no-constant-condition': 'export function a() { if (1) return 1; return 2; }',
  'no-control-regex': 'export const a = /\\x1f/;',
  'no-debugger': 'debugger; export {};',
  'no-delete-var': 'export const a = 1; delete a;',
  'no-dupe-else-if':
    'export function a(n: number) { if (n === 1) return 1; else if (n === 1) return 2; return 3; }',
  'no-duplicate-case':
    'export function a(n: number) { switch (n) { case 1: return 1; case 1: return 2; } return 3; }',
  'no-empty': 'export function a(n: number) { if (n) {} }',
  'no-empty-character-class': 'export const a = /b[]/;',
  'no-empty-pattern': 'export function a({}: object) { return 1; }',
  'no-empty-static-block': 'export class A { static {} }',
  'no-ex-assign': 'export function a() { try { a(); } catch (e) { e = 1; } }',
  'no-extra-boolean-cast': 'export function a(n: number) { if (!!n) return 1; return 2; }',
  'no-fallthrough':
    'export function a(n: number) { switch (n) { case 1: console.log(1); case 2: return 2; } return 3; }',
  'no-global-assign': 'Object = 1; export {};',
  'no-invalid-regexp': "export const a = new RegExp('[');",
  'no-irregular-whitespace': 'export const\u00a0a = 1;',
  'no-loss-of-precision': 'export const a = 9007199254740993;',
  'no-misleading-character-class': 'export const a = /[👍]/;',
  'no-nonoctal-decimal-escape': "export const a = '\\8';",
  'no-prototype-builtins': "export const a = (o: object) => o.hasOwnProperty('b');",
  'no-regex-spaces': 'export const a = /b  c/;',
  'no-self-assign': 'export function a(n: number) { n = n; return n; }',
  'no-shadow-restricted-names': 'export function a(undefined: number) { return undefined; }',
  'no-sparse-arrays': 'export const a = [1, , 2];',
  'no-unassigned-vars': 'export function a() { let b: number | undefined; return b; }',
  'no-unexpected-multiline': 'export const a = console.log\n(1);',
  'no-unsafe-finally': 'export function a() { try { return 1; } finally { return 2; } }',
  'no-unsafe-optional-chaining': 'export const a = (o?: { b(): number }) => (o?.b)();',
  'no-unused-labels': 'a: for (const b of [1]) console.log(b); export {};',
  'no-unused-private-class-members': 'export class A { #b = 1; }',
  'no-useless-assignment': 'export function a() { let b = 1; b = 2; return b; }',
  'no-useless-backreference': 'export const a = /\\1(b)/;',
  'no-useless-catch': 'export function a() { try { return JSON.parse("1"); } catch (e) { throw e; } }',
  'no-useless-escape': "export const a = '\\d';",
  'preserve-caught-error':
    'export function a() { try { return JSON.parse("1"); } catch (e) { throw new Error("b"); } }',
  'require-yield': 'export function* a() { return 1; }',
  'use-isnan': 'export const a = (n: number) => n === NaN;',
  'valid-typeof': "export const a = (n: unknown) => typeof n === 'strnig';",
  'typescript/ban-ts-comment': '// @ts-ignore\nexport const a = 1;',
  'no-array-constructor': 'export const a = new Array(1, 2);',
  'typescript/no-duplicate-enum-values': 'export enum A { B = 1, C = 1 }',
  'typescript/no-empty-object-type': 'export const a: {} = 1;',
  'typescript/no-explicit-any': 'export const a: any = 1;',
  'typescript/no-extra-non-null-assertion': 'export const a = (n?: number) => n!!;',
  'typescript/no-misused-new': 'export interface A { new (): A; }',
  'typescript/no-namespace': 'namespace A { export const b = 1; } export { A };',
  'typescript/no-non-null-asserted-optional-chain': 'export const a = (o?: { b: number }) => o?.b!;',
  'typescript/no-require-imports': "export const a = require('node:fs');",
  'typescript/no-this-alias': 'export class A { b() { const self = this; return self; } }',
  'typescript/no-unnecessary-type-constraint': 'export const a = <T extends unknown>(b: T) => b;',
  'typescript/no-unsafe-declaration-merging': 'export interface A { b: number } export class A {}',
  'typescript/no-unsafe-function-type': 'export const a = (b: Function) => b;',
  'no-unused-expressions': 'export function a(n: number) { n + 1; }',
  'no-unused-vars': 'const a = 1; export {};',
  'typescript/no-wrapper-object-types': 'export const a = (b: String) => b;',
  'typescript/prefer-as-const': "export const a = 'b' as 'b';",
  'typescript/prefer-namespace-keyword': 'module A { export const b = 1; } export { A };',
  'typescript/triple-slash-reference': "/// <reference path='./b' />\nexport const a = 1;",
  'no-var': 'var a = 1; export { a };',
  'prefer-const': 'let a = 1; export const b = a;',
  'prefer-rest-params': 'export function a() { return arguments; }',
  'prefer-spread': 'export const a = (b: number[]) => Math.max.apply(Math, b);',
  'typescript/no-floating-promises': 'const a = async () => 1; a(); export {};',
  'typescript/no-misused-promises':
    'const a = async () => true; export const b = [1].forEach(async () => void (await a()));',
  'typescript/await-thenable': 'export const a = async () => await 1;',
};
const modules: Record<string, string> = {
  'constructor-super': 'export class A extends Object { constructor() { console.log(1); } }',
  'getter-return': 'export const a = { get b() {} };',
  'no-class-assign': 'class A {} A = 1; export { A };',
  'no-const-assign': 'const a = 1; a = 2; export { a };',
  'no-dupe-class-members': 'export class A { b() {} b() {} }',
  'no-dupe-keys': 'export const a = { b: 1, b: 2 };',
  'no-func-assign': 'function a() {} a = 1; export { a };',
  'no-import-assign': "import * as a from 'node:fs'; a = 1; export { a };",
  'no-new-native-nonconstructor': "export const a = new Symbol('b');",
  'no-obj-calls': 'export const a = JSON();',
  'no-redeclare': 'var a = 1; var a = 2; export { a };',
  'no-setter-return': 'export const a = { set b(c) { return c; } };',
  'no-this-before-super': 'export class A extends Object { constructor() { this.b = 1; super(); } }',
  'no-undef': 'export const a = b;',
  'no-unreachable': 'export function a() { return 1; console.log(2); }',
  'no-unsafe-negation': 'export const a = (b) => !b in { c: 1 };',
  'no-with': 'with (console) log(1);',
  // No rules of oxlint, but of ESLint's recommended ones: its parser refuses them.
  'no-octal': 'export const a = 010;',
  'no-dupe-args': 'export function a(b, b) { return b; }',
};
const UNREADABLE = ['no-octal', 'no-dupe-args'];
/** The parser refuses these before any rule does. */
const byTheParser = [...UNREADABLE, 'no-delete-var', 'no-nonoctal-decimal-escape', 'no-with'];

describe('oxlint', () => {
  const config = JSON.parse(readFileSync('.oxlintrc.json', 'utf8')) as Config;
  const fileOf = (rule: string) => `${rule.replace('/', '-')}.${rule in modules ? 'mjs' : 'ts'}`;
  let folder: string;
  let found: Diagnostic[];

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'oxlint-'));
    mkdirSync(join(folder, 'src'));
    cpSync('.oxlintrc.json', join(folder, '.oxlintrc.json'));
    writeFileSync(
      join(folder, 'tsconfig.json'),
      JSON.stringify({ compilerOptions: { strict: true, target: 'es2022', noEmit: true }, include: ['src'] }),
    );
    for (const [rule, example] of Object.entries({ ...typescript, ...modules }))
      writeFileSync(join(folder, 'src', fileOf(rule)), example);
    found = await diagnosticsIn(folder);
    // Types of every example are looked at; a slow machine takes more than the usual half minute.
  }, 120_000);
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('has an example for each rule that is on', () => {
    const rules = [config.rules, ...config.overrides.map((o) => o.rules)].flatMap((r) => Object.keys(r));
    expect(Object.keys({ ...typescript, ...modules }).sort()).toEqual([...rules, ...UNREADABLE].sort());
  });

  it.each(Object.keys({ ...typescript, ...modules }))('refuses what breaks %s', (rule) => {
    const codes = found.filter((d) => d.filename.endsWith(`/${fileOf(rule)}`)).map((d) => d.code ?? 'syntax');
    const [name, plugin = 'eslint'] = rule.split('/').reverse();
    expect(codes).toContain(byTheParser.includes(rule) ? 'syntax' : `${plugin}(${name})`);
  });
});

async function diagnosticsIn(folder: string): Promise<Diagnostic[]> {
  const args = [resolve('node_modules/oxlint/bin/oxlint'), '--type-aware', '--format', 'json', 'src'];
  // It looks for its companion there, which npm's scripts have on the path and a bare `node` has not.
  const PATH = [resolve('node_modules/.bin'), process.env.PATH].join(delimiter);
  const options = { cwd: folder, maxBuffer: 1e8, env: { ...process.env, PATH } };
  const { stdout } = await promisify(execFile)(process.execPath, args, options).catch(
    // It found something, as it should.
    (error: { stdout: string }) => error,
  );
  const { diagnostics } = JSON.parse(stdout) as { diagnostics: Diagnostic[] };
  return diagnostics.map((d) => ({ ...d, filename: `/${d.filename}` }));
}
