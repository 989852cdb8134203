import { useCurrentLanguage } from './use-texts.js';

const UNITS = [
  ['year', 31_536_000],
  ['month', 2_592_000],
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
  ['second', 1],
] as const;

const SMALL = /^\d{1,3}$/;

/** Dates, times, numbers and names in the person's language and time zone, by `Intl`; times are ISO 8601 strings. */
export function useFormat() {
  return formatsOf(useCurrentLanguage());
}

const made = new Map<string, ReturnType<typeof formats>>();

/** One set for all who ask, since a single formatter takes a slow processor some milliseconds to make. */
function formatsOf(language: string): ReturnType<typeof formats> {
  const found = made.get(language) ?? formats(language);
  made.set(language, found);
  return found;
}

function formats(language: string) {
  // Digits as everybody types them into this product, in Arabic too.
  const tag = language === 'ar' ? 'ar-u-nu-latn' : language;
  const date = once(() => new Intl.DateTimeFormat(tag, { dateStyle: 'medium' }));
  const dateTime = once(() => new Intl.DateTimeFormat(tag, { dateStyle: 'medium', timeStyle: 'short' }));
  const number = once(() => new Intl.NumberFormat(tag));
  const percent = once(() => new Intl.NumberFormat(tag, { style: 'percent', maximumFractionDigits: 0 }));
  const relative = once(() => new Intl.RelativeTimeFormat(tag, { numeric: 'auto' }));
  const regions = once(() => new Intl.DisplayNames(tag, { type: 'region' }));
  const list = once(() => new Intl.ListFormat(tag, { type: 'conjunction' }));
  return {
    date: (time: string) => date().format(new Date(time)),
    dateTime: (time: string) => dateTime().format(new Date(time)),
    /** "3 days ago", "tomorrow", of the largest unit that fits. */
    relative: (time: string, now = Date.now()) => {
      const seconds = (Date.parse(time) - now) / 1000;
      const [unit, size] = UNITS.find(([, s]) => Math.abs(seconds) >= s) ?? UNITS.at(-1)!;
      return relative().format(Math.round(seconds / size), unit);
    },
    // Small ones look the same in all our languages, and are what a first page shows.
    number: (value: number) => (SMALL.test(String(value)) ? String(value) : number().format(value)),
    /** 0…1 */
    percent: (part: number) => percent().format(part),
    /** "1.5 MB" */
    bytes: (bytes: number) => {
      const steps = ['byte', 'kilobyte', 'megabyte', 'gigabyte'];
      const step = Math.min(steps.length - 1, bytes < 1 ? 0 : Math.floor(Math.log10(bytes) / 3));
      const style = {
        style: 'unit',
        unit: steps[step],
        unitDisplay: 'short',
        maximumFractionDigits: 1,
      } as const;
      return new Intl.NumberFormat(tag, style).format(bytes / 1000 ** step);
    },
    /** ISO 3166-1 alpha-2 → the country's name. */
    country: (code: string) => regions().of(code) ?? code,
    list: (items: string[]) => list().format(items),
  };
}

/** What is made when it is first needed. */
function once<T>(make: () => T): () => T {
  let value: T | undefined;
  return () => (value ??= make());
}
