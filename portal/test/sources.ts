import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const source = new URL('../src/', import.meta.url).pathname;

export interface SourceFile {
  /** From portal/src on, e.g. `areas/auth/sign-in-page.tsx`. */
  path: string;
  text: string;
}

/** The portal's own files with such an ending, specs and generated types left out. */
export const sources = (ending: RegExp): SourceFile[] =>
  readdirSync(source, { recursive: true, encoding: 'utf8' })
    .filter((path) => ending.test(path) && !/\.spec\.ts$|schema\.d\.ts$/.test(path))
    .sort()
    .map((path) => ({ path, text: readFileSync(join(source, path), 'utf8') }));

/** The folder that has texts of its own: `ui`, `shell`, or the name of an area. */
export const namespaceOf = (path: string): string => {
  const [top, second] = path.split('/');
  return top === 'areas' ? second! : top!;
};
