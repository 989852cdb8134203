import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { languages } from '@tessera/contracts';
import { Texts } from '@tessera/platform';

const root = new URL('..', import.meta.url).pathname;
const folders = ['gateway', ...readdirSync(join(root, 'services')).map((name) => `services/${name}`)]
  .map((app) => `${app}/src/texts/`)
  .filter((folder) => existsSync(join(root, folder)));

describe.each(folders)('the texts of %s', (folder) => {
  it('have the same keys and placeholders in every language', () => {
    const files = readdirSync(join(root, folder)).filter((name) => name.endsWith('.json'));
    expect(files.sort()).toEqual(languages.map((language) => `${language}.json`).sort());
    expect(Texts.load(pathToFileURL(join(root, folder))).keys).not.toHaveLength(0);
  });

  it('say different words in different languages', () => {
    const texts = Texts.load(pathToFileURL(join(root, folder)));
    const groupOf = (key: string) => key.slice(0, key.lastIndexOf('.'));
    for (const group of new Set(texts.keys.map(groupOf))) {
      const keys = texts.keys.filter((key) => groupOf(key) === group);
      const [first, ...others] = languages.map((language) => keys.map((key) => texts.find(key, language)));
      for (const other of others) expect([group, other]).not.toEqual([group, first]);
    }
  });
});
