import pg, { type CustomTypesConfig } from 'pg';

const TIMESTAMPTZ: number = pg.types.builtins.TIMESTAMPTZ;
/** From `2026-11-27 07:22:43.123+00` to `….123456+00`: what nearly all times of a session in UTC look like. */
const MIN_LENGTH = 26;
const MAX_LENGTH = 29;

const parseAny = pg.types.getTypeParser(TIMESTAMPTZ) as (text: string) => Date;

/** As the driver's own parser, which takes twice as long. Milliseconds, not rounded. */
export function parseTimestamp(text: string): Date {
  const isUsual =
    text.length >= MIN_LENGTH && text.length <= MAX_LENGTH && text[4] === '-' && text.endsWith('+00');
  return isUsual ? new Date(`${text.slice(0, 10)}T${text.slice(11, 23)}Z`) : parseAny(text);
}

/** P3: a list is times in good part; the driver's parser alone was 7 % of its service's time. */
export const typeParsers: CustomTypesConfig = {
  getTypeParser: ((oid: number, format?: 'text' | 'binary') =>
    oid === TIMESTAMPTZ && format !== 'binary'
      ? parseTimestamp
      : pg.types.getTypeParser(oid, format as 'text')) as CustomTypesConfig['getTypeParser'],
};
