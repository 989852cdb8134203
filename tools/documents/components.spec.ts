import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../start/settings.mjs';
import { componentFiles } from './components.mjs';

describe('the lists of contracts, of services\u2019 classes, of migrations and of kinds', () => {
  let files: Record<string, string>;
  beforeAll(async () => void (files = await componentFiles()));

  it('are those that npm run generate would write', () => {
    const stale = Object.entries(files).filter(
      ([file, text]) => readFileSync(join(root, file), 'utf8') !== text,
    );
    expect(stale.map(([file]) => file)).toEqual([]);
  });

  it('have migrations in the order of their times', () => {
    for (const [file, text] of Object.entries(files).filter(([name]) =>
      name.endsWith('/migrations/index.ts'),
    )) {
      const list = text.slice(text.indexOf('export const migrations'));
      const times = [...list.matchAll(/\d{13}/g)].map(([time]) => Number(time));
      expect({ file, times }).toEqual({ file, times: times.toSorted((a, b) => a - b) });
      expect(times).not.toHaveLength(0);
    }
  });
});
