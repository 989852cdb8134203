/**
 * An array as Postgres reads it, of values that need no quotes: ids, numbers. pg escapes each element of an array with two
 * patterns, which for some hundred ids is more than the rest of their statement takes.
 */
export const arrayLiteral = (values: readonly (string | number)[]): string => `{${values.join()}}`;
