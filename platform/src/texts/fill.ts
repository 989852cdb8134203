const PLACEHOLDER = /\{(\w+)\}/g;

/** The names between braces, each once. */
export const placeholdersOf = (template: string): string[] =>
  [...new Set([...template.matchAll(PLACEHOLDER)].map((match) => match[1]!))].sort();

/** The template is read once and values never are: braces in a value stay braces. */
export const fill = (template: string, valueOf: (name: string) => string): string =>
  template.replace(PLACEHOLDER, (_match, name: string) => valueOf(name));

/** Braces that are no placeholder would reach the reader. */
export const hasStrayBraces = (template: string): boolean => /[{}]/.test(template.replace(PLACEHOLDER, ''));
