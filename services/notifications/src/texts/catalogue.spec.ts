import { languages, notificationKinds } from '@tessera/contracts';
import { placeholdersOf } from '@tessera/platform';
import { texts } from './catalogue.js';
import { inWords } from './facts.js';

describe.each(texts.namesIn('mails'))('mail %s', (template) => {
  it.each(languages)('says the same in its text and in its HTML part: %s', (language) => {
    expect(placeholdersOf(texts.template(`mails.${template}.html`, language))).toEqual(
      placeholdersOf(texts.template(`mails.${template}.text`, language)),
    );
  });
});

it('has a text for every kind of notification', () => {
  expect(texts.namesIn('notices').sort()).toEqual([...notificationKinds].sort());
});

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
