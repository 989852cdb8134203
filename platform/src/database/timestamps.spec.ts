import pg from 'pg';
import { parseTimestamp, typeParsers } from './timestamps.js';

const TIMESTAMPTZ = 1184;
const TEXT = 25;

describe('timestamps from the database', () => {
  const driver = pg.types.getTypeParser(TIMESTAMPTZ) as (text: string) => Date;

  it.each([
    '2026-11-27 07:22:43.123456+00',
    '2026-11-27 07:22:43.999999+00',
    '2026-11-27 07:22:43.12345+00',
    '2026-11-27 07:22:43.123+00',
    '2026-11-27 07:22:43.1+00',
    '2026-11-27 07:22:43+00',
    '2026-11-27 07:22:43.123456+05:30',
    '10000-01-01 00:00:00.123+00',
    '0044-03-15 12:00:00.123+00 BC',
    'infinity',
  ])('are read as the driver reads them: %s', (text) => {
    expect(parseTimestamp(text)).toEqual(driver(text));
  });

  it('alone have another parser than the driver’s', () => {
    expect(typeParsers.getTypeParser(TIMESTAMPTZ as never, 'text')).toBe(parseTimestamp);
    expect(typeParsers.getTypeParser(TEXT as never, 'text')).toBe(pg.types.getTypeParser(TEXT));
    expect(typeParsers.getTypeParser(TIMESTAMPTZ as never, 'binary' as never)).not.toBe(parseTimestamp);
  });
});
