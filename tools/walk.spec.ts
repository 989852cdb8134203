import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** docs/walk.md is only worth something while every hop is where it says. */
describe('docs/walk.md', () => {
  const text = readFileSync('docs/walk.md', 'utf8');
  const links = [...text.matchAll(/\[`([^`]+)` →\]\(([^)]+)\)/g)].map(
    ([, name, path]) => [name!, path!] as const,
  );

  it('has a link for every hop', () => {
    expect(links.length).toBeGreaterThan(20);
  });

  it.each(links)('finds %s in %s', (name, path) => {
    const file = join('docs', path);
    expect(existsSync(file)).toBe(true);
    expect(readFileSync(file, 'utf8')).toMatch(
      new RegExp(`(class|function|const|async) ${name}\\b|^  (async )?${name}\\(`, 'm'),
    );
  });
});

describe('the documents', () => {
  it.each([
    'README.md',
    'CONTRIBUTING.md',
    'SECURITY.md',
    'STYLE.md',
    'docs/decisions/README.md',
    'docs/walk.md',
  ])('%s links to nothing that is missing', (document) => {
    const folder = join(document, '..');
    const targets = [...readFileSync(document, 'utf8').matchAll(/\]\((?!https?:|#)([^)#]+)/g)].map(
      (m) => m[1]!,
    );
    expect(targets.filter((t) => !existsSync(join(folder, t)))).toEqual([]);
  });
});
