import { readFileSync } from 'node:fs';
import { languages, textLanguage, type Language } from '@tessera/contracts/kit';
import { fill } from './fill.js';
import { faultsOf } from './text-faults.js';
import { readTexts, type Text, type TextKey, type TextTree } from './text-file.js';

/**
 * The texts of a service that people read, from `<language>.json` for every language of the contracts; the format is
 * described in docs/texts.md. They are loaded once, and a service whose languages differ in anything but words does not start.
 * `Tree` is the type of one of the files, so that the compiler knows the keys: `Texts<typeof en>`.
 */
export class Texts<Tree = TextTree> {
  private readonly plurals = new Map(languages.map((tag) => [tag, new Intl.PluralRules(tag)]));

  private constructor(private readonly byLanguage: ReadonlyMap<Language, ReadonlyMap<string, Text>>) {}

  /** @throws Error that lists every key that is missing, empty, or has other placeholders than in the first language */
  static load<Tree = TextTree>(folder: URL): Texts<Tree> {
    const read = (language: string): unknown =>
      JSON.parse(readFileSync(new URL(`${language}.json`, folder), 'utf8'));
    const byLanguage = new Map(
      languages.map((language) => [language, readTexts(read(language) as TextTree)]),
    );
    const faults = faultsOf(byLanguage);
    if (faults.length > 0) throw new Error(`${folder.pathname}: ${faults.join('; ')}`);
    return new Texts<Tree>(byLanguage);
  }

  /** Every key, in the order of the file. */
  get keys(): string[] {
    return [...this.byLanguage.get(languages[0])!.keys()];
  }

  /** The names in a group, such as all mails among the texts of notifications. */
  namesIn<Group extends keyof Tree & string>(group: Group): (keyof Tree[Group] & string)[] {
    const names = this.keys.filter((key) => key.startsWith(`${group}.`)).map((key) => key.split('.')[1]!);
    return [...new Set(names)] as (keyof Tree[Group] & string)[];
  }

  /**
   * @param tag BCP 47; languages without texts read the first
   * @param values what stands for each placeholder; `count` chooses the plural form
   * @throws Error when nothing stands for a placeholder
   */
  say(key: TextKey<Tree>, tag: string, values: Readonly<Record<string, string | number>> = {}): string {
    return fill(this.template(key, tag, Number(values.count)), (name) => {
      if (!Object.hasOwn(values, name)) throw new Error(`nothing stands for {${name}}`);
      return String(values[name]);
    });
  }

  /** The text with its placeholders, for those that write their values in ways of their own, as mails do. */
  template(key: TextKey<Tree>, tag: string, count?: number): string {
    const template = this.find(key, tag, count);
    if (template === undefined) throw new Error(`there is no text ${key}`);
    return template;
  }

  /** The same for keys that are made of data, which may have no text. */
  find(key: string, tag: string, count = NaN): string | undefined {
    const language = textLanguage(tag);
    const text = this.byLanguage.get(language)!.get(key);
    if (text === undefined || typeof text === 'string') return text;
    // Every category of the language is there; without a number it is the one for all that no rule names.
    return text[Number.isNaN(count) ? 'other' : this.plurals.get(language)!.select(count)];
  }
}
