import { MAX_SEARCH_KEY_LENGTH, searchKey } from './search-key.js';

describe('the key by which texts are searched', () => {
  it.each([
    ['composed and decomposed', 'M\u00fcller', 'Mu\u0308ller'],
    ['capitals', 'ACME', 'acme'],
    ['sharp s', 'Stra\u00dfe', 'STRASSE'],
    ['capital sharp s', 'STRA\u1e9eE', 'strasse'],
    ['dotless i', '\u0131\u015f\u0131k', 'I\u015eIK'],
    ['dotted capital i', '\u0130stanbul', 'istanbul'],
    ['final sigma', '\u039f\u0394\u039f\u03a3', '\u03bf\u03b4\u03bf\u03c2'],
    ['no-break blank', 'Acme\u00a0GmbH', 'Acme GmbH'],
    ['ideographic blank', '\u682a\u5f0f\u3000\u4f1a\u793e', '\u682a\u5f0f \u4f1a\u793e'],
    ['several blanks', ' Acme   GmbH ', 'acme gmbh'],
    ['full width', '\uff21\uff23\uff2d\uff25\uff11', 'acme1'],
    ['half-width kana', '\uff76\uff9e', '\u30ac'],
    ['ligature', '\ufb01nance', 'finance'],
    ['soft hyphen', 'Ac\u00adme', 'acme'],
    ['zero-width blank', 'Ac\u200bme', 'acme'],
    ['direction marks', '\u202eAcme\u2069', 'acme'],
  ])('is one for both: %s', (_what, one, other) => {
    expect(searchKey(one)).toBe(searchKey(other));
  });

  it('keeps letters apart that are different letters', () => {
    expect(new Set(['Muller', 'M\u00fcller', 'Mueller'].map(searchKey)).size).toBe(3);
  });

  it('is the same when made of a key', () => {
    for (const text of ['\u0130\u0049\u0307', 'Stra\u00dfe', '\ufdfa', 'i\u0307\u0307'])
      expect(searchKey(searchKey(text))).toBe(searchKey(text));
  });

  it('ends at its limit, whatever a character becomes', () => {
    expect([...searchKey('\ufdfa'.repeat(100))].length).toBeLessThanOrEqual(MAX_SEARCH_KEY_LENGTH);
  });
});
