import { notificationKinds } from '@tessera/contracts';
import { mails, notices } from './catalogue.js';
import { inWords } from './facts.js';
import { placeholdersOf } from './fill.js';
import { languageFor, languages } from './language.js';
import { words } from './words.js';

const all = [
  ...Object.entries(mails).map(([name, texts]) => [`mail ${name}`, texts] as const),
  ...Object.entries(notices).map(([name, texts]) => [`notice ${name}`, texts] as const),
];

describe.each(all)('%s', (_name, texts) => {
  it.each(Object.keys(texts.en))('has %s in every language, with the same placeholders', (part) => {
    const expected = placeholdersOf((texts.en as never)[part]);
    for (const language of languages) {
      const template: string = (texts[language] as never)[part];
      expect(template.trim()).not.toBe('');
      expect([language, placeholdersOf(template)]).toEqual([language, expected]);
      // What looks like a placeholder and is none would reach the reader.
      expect(template.replace(/\{\{\w+\}\}/g, '')).not.toMatch(/[{}]/);
    }
  });

  it('says different words in different languages', () => {
    expect(Object.values(texts.de)).not.toEqual(Object.values(texts.en));
  });
});

describe.each(Object.entries(mails))('mail %s', (_name, texts) => {
  it.each(languages)('tells the same in its text and in its HTML part: %s', (language) => {
    const { text, html } = texts[language];
    expect(placeholdersOf(html)).toEqual(placeholdersOf(text));
  });
});

it('has a text for every kind of notification', () => {
  expect(Object.keys(notices).sort()).toEqual([...notificationKinds].sort());
});

it('has words for the same codes in every language', () => {
  for (const [name, table] of Object.entries(words.en)) {
    for (const language of languages) {
      const other = (words[language] as Record<string, object>)[name]!;
      expect([name, language, Object.keys(other)]).toEqual([name, language, Object.keys(table)]);
    }
  }
});

it.each([
  ['de', 'de'],
  ['de-AT', 'de'],
  ['DE', 'de'],
  ['en-GB', 'en'],
  ['fr', 'en'],
  ['', 'en'],
])('speaks to a reader of "%s" in %s', (tag, language) => expect(languageFor(tag)).toBe(language));

it.each([
  ['en', { products: ['A', 'B', 'C'] }, { products: 'A, B, and C' }],
  ['de', { products: ['A', 'B', 'C'] }, { products: 'A, B und C' }],
  ['en', { products: ['A'] }, { products: 'A' }],
  ['en', { expiresAt: '2026-01-02T03:04:05Z' }, { expiresAt: 'January 2, 2026 at 3:04 AM UTC' }],
  ['de', { outcome: 'failed' }, { outcome: 'fehlgeschlagen' }],
  ['de', { command: 'dance' }, { command: 'dance' }],
  ['en', { reason: 'constructor' }, { reason: 'it could not be checked' }],
] as const)('puts facts into words: %s %j', (language, facts, expected) => {
  expect(inWords(facts as never, language)).toEqual(expected);
});
