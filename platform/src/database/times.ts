import pg from 'pg';

const TIMESTAMPTZ = 1184;
/** From `2026-11-27 07:22:43.123+00` to `….123456+00`: what nearly all times of a session in UTC look like. */
const SHORTEST = 26;
const LONGEST = 29;

const slow = pg.types.getTypeParser(TIMESTAMPTZ) as (text: string) => Date;

/** As the driver's own parser, which takes twice as long: a list is times in good part. Milliseconds, not rounded. */
export function parseTime(text: string): Date {
  const usual = text.length >= SHORTEST && text.length <= LONGEST && text[4] === '-' && text.endsWith('+00');
  return usual ? new Date(`${text.slice(0, 10)}T${text.slice(11, 23)}Z`) : slow(text);
}

pg.types.setTypeParser(TIMESTAMPTZ, parseTime);
