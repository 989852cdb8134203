/** One file of texts: texts, lists of paragraphs, and named groups of them. */
export interface TextTree {
  [name: string]: string | string[] | TextTree;
}

export type PluralForms = Partial<Record<Intl.LDMLPluralRule, string>>;
export type Text = string | PluralForms;

type Leaf<Tree> = {
  [Name in keyof Tree & string]: Tree[Name] extends string | string[] ? Name : `${Name}.${Leaf<Tree[Name]>}`;
}[keyof Tree & string];
type Singular<Key> = Key extends `${infer Base}_${Intl.LDMLPluralRule}` ? Base : Key;
/** The keys of a file: the names on the way to a text, joined by dots, without the ending of a plural form. */
export type TextKey<Tree> = string extends keyof Tree ? string : Singular<Leaf<Tree>>;

const PLURAL = /^(.+)_(zero|one|two|few|many|other)$/;

/** The texts of a file by key: paragraphs with a blank line between them, and `key_one`, `key_other` … as one text. */
export function readTexts(tree: TextTree): Map<string, Text> {
  const texts = new Map<string, Text>();
  for (const [key, text] of leaves(tree, '')) {
    const [, base, category] = PLURAL.exec(key) ?? [];
    if (base === undefined) texts.set(key, text);
    else texts.set(base, { ...(texts.get(base) as PluralForms | undefined), [category!]: text });
  }
  return texts;
}

function* leaves(tree: TextTree, prefix: string): Generator<[key: string, text: string]> {
  for (const [name, value] of Object.entries(tree)) {
    const key = prefix + name;
    if (typeof value === 'string') yield [key, value];
    else if (Array.isArray(value)) yield [key, value.join('\n\n')];
    else yield* leaves(value, `${key}.`);
  }
}
