import { choose, directionOf, languages, ownName } from './languages.js';

const all = languages;

describe('languages', () => {
  it.each([
    ['the first wish that can be met', ['xx', 'de', 'en'], ['en', 'de'], 'de'],
    ['the same language of another region', ['de-AT'], ['en', 'de'], 'de'],
    ['the same language without a region', ['pt'], all, 'pt-BR'],
    ['traditional characters for Taiwan', ['zh-TW'], all, 'zh-Hant'],
    ['simplified characters for China', ['zh-CN'], all, 'zh-Hans'],
    ['Cyrillic for Serbian, unless Latin is asked for', ['sr'], all, 'sr-Cyrl'],
    ['Latin for Serbian in Latin', ['sr-Latn-RS'], all, 'sr-Latn'],
    ['any case', ['DE'], ['en', 'de'], 'de'],
    ['English where nothing fits', ['ja'], ['de', 'en'], 'en'],
    ['English where the wish is nonsense', ['../../x', '*', null, undefined, ''], ['de', 'en'], 'en'],
  ])('[UIX-015] chooses %s', (_what, wishes, among, expected) => {
    expect(choose(wishes, among)).toBe(expected);
  });

  it('are written from the right for Arabic alone', () => {
    expect(languages.filter((tag) => directionOf(tag) === 'rtl')).toEqual(['ar']);
  });

  it('[UIX-016] are called as their speakers call them', () => {
    expect(['de', 'fr', 'zh-Hant', 'ar'].map(ownName)).toEqual([
      'Deutsch',
      'Français',
      '繁體中文',
      'العربية',
    ]);
  });
});
