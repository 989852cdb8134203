import { DEFAULT_THEME } from '@mantine/core';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { sources } from '../../../test/sources.js';
import { palette } from './theme.js';

const MANTINE = 'node_modules/@mantine/core';

/** Only the styles of components in use are loaded; a component without its styles would look like nothing. */
describe('the styles of components', () => {
  const sheet = readFileSync(new URL('./mantine.css', import.meta.url), 'utf8');
  const listed = [...sheet.matchAll(/styles\/([A-Za-z]+)\.layer\.css/g)].map((match) => match[1]!);
  const used = new Set(
    sources(/\.tsx?$/).flatMap(({ text }) =>
      [...text.matchAll(/import \{([^}]*)\} from '@mantine\/core'/g)].flatMap((match) =>
        match[1]!.split(',').map((name) => name.trim().replace(/ as .*/, '')),
      ),
    ),
  );
  const own = (name: string) => existsSync(`${MANTINE}/styles/${name}.layer.css`);

  it('stand in Mantine’s own order, in which later ones refine earlier ones', () => {
    const all = readFileSync(`${MANTINE}/styles.css`, 'utf8');
    const place = (name: string) => {
      // What concerns every element has no class of its own, and comes before all that has.
      const [first] = classesOf(name);
      return first === undefined ? -1 : all.indexOf(first);
    };
    expect(listed).toEqual([...listed].sort((a, b) => place(a) - place(b)));
  });

  it('are there for every component that the portal imports', () => {
    expect(used.size).toBeGreaterThan(10);
    expect([...used].filter((name) => own(name) && !listed.includes(name))).toEqual([]);
  });

  it('are there for what those components are made of', () => {
    const known = classesBehind([...used]);
    const parts = readdirSync(`${MANTINE}/styles`)
      .filter((file) => file.endsWith('.layer.css'))
      .map((file) => file.replace('.layer.css', ''))
      .filter((name) => classesOf(name).some((one) => known.has(one.slice(1))))
      .filter((name) => !isUnusedPart(name));
    expect(parts).toContain('FloatingIndicator');
    expect(parts.filter((name) => !listed.includes(name))).toEqual([]);
  });

  it('are of nothing else than what those components are made of', () => {
    const known = classesBehind([...used]);
    const needed = (name: string) => {
      const classes = classesOf(name);
      return classes.length === 0 || classes.some((one) => known.has(one.slice(1)));
    };
    expect(listed.filter((name) => !needed(name))).toEqual([]);
  });

  it('name no color whose variables the build leaves out', () => {
    const files = [
      ...sources(/\.(tsx?|css)$/).map(({ text }) => text),
      ...listed.map((name) => readFileSync(`${MANTINE}/styles/${name}.css`, 'utf8')),
    ].join('\n');
    const left = Object.keys(DEFAULT_THEME.colors).filter((name) => !palette.some((kept) => kept === name));
    const named = (name: string) =>
      new RegExp(`--mantine-color-${name}-|['"]${name}(\\.\\d)?['"]`).test(files);
    expect(palette.filter(named)).toContain('red');
    expect(left.filter(named)).toEqual([]);
  });
});

const all = sources(/\.tsx?$/)
  .map(({ text }) => text)
  .join('\n');

/** `Checkbox.Card` comes along with `Checkbox`, whether or not it is shown. */
const isUnusedPart = (name: string): boolean => {
  const [, owner, part] = /^(.+)(Card|Indicator)$/.exec(name) ?? [];
  return ['Checkbox', 'Radio'].includes(owner ?? '') && !all.includes(`<${owner}.${part}`);
};

/** As the styles name them, e.g. `.m_77c9d27d`. */
const classesOf = (name: string): string[] =>
  readFileSync(`${MANTINE}/styles/${name}.css`, 'utf8').match(/\.m_[0-9a-f]+/g) ?? [];

/** The classes of components and of all that they import, without the dot. */
function classesBehind(components: string[]): Set<string> {
  const index = readFileSync(`${MANTINE}/esm/index.mjs`, 'utf8');
  const entries = [...index.matchAll(/import \{([^}]*)\} from "([^"]+)"/g)]
    .filter(([, names]) => names!.split(',').some((name) => components.includes(name.trim())))
    .map(([, , path]) => join(MANTINE, 'esm', path!));
  const files = new Set(entries);
  // A set goes on to what is added to it meanwhile.
  for (const file of files)
    for (const [, path] of readFileSync(file, 'utf8').matchAll(/from "(\.[^"]+)"/g))
      files.add(join(dirname(file), path!));
  const modules = [...files].filter((file) => basename(file).endsWith('.module.mjs'));
  return new Set(modules.flatMap((file) => readFileSync(file, 'utf8').match(/m_[0-9a-f]+/g) ?? []));
}
