import { typedWords, usesOf } from './syntax.js';

const page = (text: string) => ({ path: 'areas/x/x-page.tsx', text });

/** The test of texts sees what it is for. */
describe('reading components', () => {
  it.each([
    ['text between tags', '<p>Hello</p>'],
    ['a string in braces', "<p>{'Hello'}</p>"],
    ['one of two strings', "<p>{yes ? 'Hello' : t('x')}</p>"],
    ['a string after &&', "<p>{yes && 'Hello'}</p>"],
    ['words around a value', '<p>{`Hello ${name}`}</p>'],
    ['an attribute that is read out', '<b aria-label="Hello" />'],
    ['a title with a value', '<Page title={`Hello ${name}`} />'],
  ])('sees %s', (_what, jsx) => {
    expect(typedWords(page(`const x = ${jsx};`))).toHaveLength(1);
  });

  it.each([
    ['texts', "<p>{t('x')}</p>"],
    ['signs', '<p>{name} – {other}</p>'],
    ['attributes for machines', '<input name="email" autoComplete="email" />'],
    ['comparisons', "<p>{kind === 'code' && <b />}</p>"],
    ['comparisons that something else follows', "<p>{may && kind !== 'code' && <b />}</p>"],
  ])('lets %s pass', (_what, jsx) => {
    expect(typedWords(page(`const x = ${jsx};`))).toEqual([]);
  });

  it('sees keys, beginnings of keys, and both of two', () => {
    const keys = usesOf(page("t('a.b'); t(`c.${d}`); t(yes ? 'e' : 'f');"));
    expect(keys.map(({ key, prefix }) => [key, prefix])).toEqual([
      ['a.b', false],
      ['c.', true],
      ['e', false],
      ['f', false],
    ]);
  });
});
