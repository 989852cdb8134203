import { existsSync, readFileSync } from 'node:fs';
import { sources } from '../../../test/sources.js';

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
  const own = (name: string) => existsSync(`node_modules/@mantine/core/styles/${name}.layer.css`);

  it('stand in Mantine’s own order, in which later ones refine earlier ones', () => {
    const all = readFileSync('node_modules/@mantine/core/styles.css', 'utf8');
    const place = (name: string) => {
      const rules = readFileSync(`node_modules/@mantine/core/styles/${name}.css`, 'utf8');
      // What concerns every element has no class of its own, and comes before all that has.
      const own = /\.m_[0-9a-f]+/.exec(rules)?.[0];
      return own === undefined ? -1 : all.indexOf(own);
    };
    expect(listed).toEqual([...listed].sort((a, b) => place(a) - place(b)));
  });

  it('are there for every component that the portal imports', () => {
    expect(used.size).toBeGreaterThan(10);
    expect([...used].filter((name) => own(name) && !listed.includes(name))).toEqual([]);
  });
});
