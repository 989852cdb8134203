/** RFC 3339, section 5.6, with the blank that its note allows in place of the `T`. */
const RFC_3339 = /^(\d{4})-(\d\d)-(\d\d)[Tt ](\d\d):(\d\d):(\d\d)(\.\d+)?(?:[Zz]|([+-])(\d\d):(\d\d))$/;
const UTC = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,9})?Z$/;

/** An instant in UTC. `Date` rolls a 31st of February over to March, and the database knows no year 0: such a day is no time. */
export function isInstant(s: string): boolean {
  if (!UTC.test(s) || s.startsWith('0000')) return false;
  const at = new Date(s);
  return !Number.isNaN(at.getTime()) && at.toISOString().slice(0, 19) === s.slice(0, 19);
}

/**
 * The instant in UTC of any form that RFC 3339 has: with an offset, in small letters, with any fraction, of which milliseconds are
 * kept. A leap second, which our clocks and the database do not have, is the second that follows it.
 * @returns null for what is no time, or not within the years 1 to 9999 of UTC
 */
export function canonicalTime(text: string): string | null {
  if (isInstant(text)) return text;
  const parts = RFC_3339.exec(text);
  if (!parts) return null;
  const [year, month, day, hour, minute, second] = parts.slice(1, 7).map(Number) as [
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  const [offsetHour, offsetMinute] = [Number(parts[9] ?? 0), Number(parts[10] ?? 0)];
  if (hour > 23 || minute > 59 || second > 60 || offsetHour > 23 || offsetMinute > 59) return null;
  const at = new Date(0);
  at.setUTCFullYear(year, month - 1, day);
  if (at.getUTCMonth() !== month - 1 || at.getUTCDate() !== day) return null;
  const east = (parts[8] === '-' ? -1 : 1) * (offsetHour * 60 + offsetMinute);
  const milliseconds = second === 60 ? 0 : Number((parts[7] ?? '').slice(1, 4).padEnd(3, '0'));
  at.setUTCHours(hour, minute - east, second, milliseconds);
  if (second === 60 && !beginsMonth(at)) return null;
  const utc = at.toISOString();
  return isInstant(utc) ? utc : null;
}

/** Leap seconds are the last of a month in UTC; what comes after is the first of the next. */
const beginsMonth = (at: Date): boolean => at.getUTCDate() === 1 && at.getTime() % 86_400_000 === 0;
