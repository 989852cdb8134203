import pg from 'pg';

describe('times out of the database', () => {
  const slow = pg.types.getTypeParser(1184) as (text: string) => Date;

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
  ])('are read as the driver reads them: %s', async (text) => {
    const { parseTime } = await import('./times.js');
    expect(parseTime(text)).toEqual(slow(text));
    expect(pg.types.getTypeParser(1184)).toBe(parseTime);
  });
});
