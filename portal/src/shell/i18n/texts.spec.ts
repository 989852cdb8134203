import { askedNamespaces, typedWords, usesOf } from '../../../test/syntax.js';
import { namespaceOf, sources } from '../../../test/sources.js';
import { allTexts, isPlural, keysOf, singular, type Texts } from '../../../test/texts.js';
import { languages } from './languages.js';

/** What the build cannot see: words that are missing, that nobody uses, or that stand in the code. */
describe('the texts of the portal', () => {
  const texts = allTexts();
  const namespaces = [...new Set(texts.map((t) => t.namespace))];
  const code = sources(/\.tsx?$/);
  const uses = code.flatMap(usesOf);
  const find = (namespace: string, language: string): Texts | undefined =>
    texts.find((t) => t.namespace === namespace && t.language === language);
  const offered = texts.filter((t) => t.namespace === 'shell').map((t) => t.language);

  it('are there in English, German and Arabic, and in no language that nobody knows', () => {
    expect(offered).toEqual(expect.arrayContaining(['ar', 'de', 'en']));
    expect(offered.filter((tag) => !(languages as readonly string[]).includes(tag))).toEqual([]);
  });

  it.each(namespaces)('of %s have the same keys in every language', (namespace) => {
    const english = [...keysOf(find(namespace, 'en')!)].sort();
    for (const language of offered) {
      expect({ language, keys: [...keysOf(find(namespace, language) ?? missing)].sort() }).toEqual({
        language,
        keys: english,
      });
    }
  });

  it.each(namespaces)('of %s have every plural form that the language knows', (namespace) => {
    for (const language of offered) {
      const { words } = find(namespace, language)!;
      const forms = new Intl.PluralRules(language).resolvedOptions().pluralCategories;
      const counted = new Set([...words.keys()].filter(isPlural).map(singular));
      for (const key of counted) {
        const found = forms.filter((form) => words.has(`${key}_${form}`));
        expect({ language, key, forms: found }).toEqual({ language, key, forms });
      }
    }
  });

  it.each(namespaces)('of %s fill in the same things in every language', (namespace) => {
    const blanks = (t: Texts, key: string) =>
      [...(t.words.get(key) ?? '').matchAll(/\{\{(\w+)\}\}/g)].map((m) => m[1]).sort();
    const english = find(namespace, 'en')!;
    for (const language of offered) {
      for (const key of [...english.words.keys()].filter((k) => !isPlural(k)))
        expect({ language, key, blanks: blanks(find(namespace, language)!, key) }).toEqual({
          language,
          key,
          blanks: blanks(english, key),
        });
    }
  });

  it('exist for every key that the code uses', () => {
    const unknown = uses.filter(({ namespace, key, prefix }) => {
      const keys = [...keysOf(find(namespace, 'en') ?? missing)];
      return prefix ? !keys.some((k) => k.startsWith(key) && key !== '') : !keys.includes(key);
    });
    expect(unknown).toEqual([]);
  });

  it('are all used', () => {
    const unused = namespaces.flatMap((namespace) =>
      [...keysOf(find(namespace, 'en')!)]
        .filter(
          (key) =>
            !uses.some(
              (u) => u.namespace === namespace && (u.prefix ? key.startsWith(u.key) : key === u.key),
            ),
        )
        .map((key) => `${namespace}: ${key}`),
    );
    expect(unused).toEqual([]);
  });

  it('are asked for by their own folder', () => {
    const foreign = code.flatMap((file) =>
      askedNamespaces(file)
        .filter((namespace) => namespace !== namespaceOf(file.path))
        .map((namespace) => `${file.path} asks for those of ${namespace}`),
    );
    expect(foreign).toEqual([]);
  });

  it('are never typed into a component', () => {
    expect(code.filter(({ path }) => path.endsWith('.tsx')).flatMap(typedWords)).toEqual([]);
  });
});

const missing: Texts = { namespace: '', language: '', words: new Map() };
