import { byWeight, chooseLanguage, lookUp, textLanguage } from './languages.js';

describe('the choice of a language', () => {
  it.each([
    ['fr, de;q=0.9', ['fr', 'de']],
    ['fr;q=0.4, de-AT', ['de-AT', 'fr']],
    ['DE', ['DE']],
    ['de ; Q=0.5 , en;q=0.7', ['en', 'de']],
    ['en;q=0, de;q=0.1', ['de']],
    ['de;q=2, en;q=1.5, fr;q=x, it;q=1.000', ['it']],
    ['*', ['*']],
    ['', []],
    [undefined, []],
  ])('reads %s', (header, expected) => {
    expect(byWeight(header)).toEqual(expected);
  });

  it('reads no more of a header than browsers send', () => {
    expect(byWeight(Array(50_000).fill('fr').join(',')).length).toBeLessThanOrEqual(20);
  });

  it.each([
    [['de-AT'], 'de'],
    [['DE-at'], 'de'],
    [['de-Latn-AT-1996'], 'de'],
    [['de-x-formal'], 'de'],
    [['zh-Hant-CN-x-private1-private2'], 'zh-Hant'],
    [['fr', '*', 'en-GB'], 'en'],
    [['d'], undefined],
    [['deu'], undefined],
    [['*'], undefined],
  ])('finds for %j what RFC 4647 does', (ranges, tag) => {
    expect(lookUp(ranges, ['en', 'de', 'zh-Hant'])?.tag).toBe(tag);
  });

  it.each([
    [['fr', 'de-at'], 'de-AT'],
    [[null, undefined, 'fr-CH', 'EN'], 'en'],
    [['fr-CH'], 'fr-CH'],
    [['de-x-formal'], 'de'],
    [['../../x', 'de'], 'de'],
    [['*'], null],
    [[], null],
  ])('chooses of %j', (wanted, expected) => {
    expect(chooseLanguage(wanted)).toBe(expected);
  });

  it('has a language for every tag', () => {
    expect(['de-CH', 'DE', 'fr', 'nonsense'].map(textLanguage)).toEqual(['de', 'de', 'en', 'en']);
  });
});
