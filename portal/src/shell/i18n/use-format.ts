import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';

const UNITS = [
  ['year', 31_536_000],
  ['month', 2_592_000],
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
  ['second', 1],
] as const;

/** Dates, times, numbers and names in the person's language and time zone, by `Intl`; times are ISO 8601 strings. */
export function useFormat() {
  const { i18n } = useTranslation();
  return useMemo(() => formats(i18n.language), [i18n.language]);
}

function formats(language: string) {
  // Digits as everybody types them into this product, in Arabic too.
  const tag = language === 'ar' ? 'ar-u-nu-latn' : language;
  const date = new Intl.DateTimeFormat(tag, { dateStyle: 'medium' });
  const dateTime = new Intl.DateTimeFormat(tag, { dateStyle: 'medium', timeStyle: 'short' });
  const number = new Intl.NumberFormat(tag);
  const percent = new Intl.NumberFormat(tag, { style: 'percent', maximumFractionDigits: 0 });
  const relative = new Intl.RelativeTimeFormat(tag, { numeric: 'auto' });
  const regions = new Intl.DisplayNames(tag, { type: 'region' });
  const list = new Intl.ListFormat(tag, { type: 'conjunction' });
  return {
    date: (time: string) => date.format(new Date(time)),
    dateTime: (time: string) => dateTime.format(new Date(time)),
    /** "3 days ago", "tomorrow", of the largest unit that fits. */
    relative: (time: string, now = Date.now()) => {
      const seconds = (Date.parse(time) - now) / 1000;
      const [unit, size] = UNITS.find(([, s]) => Math.abs(seconds) >= s) ?? UNITS.at(-1)!;
      return relative.format(Math.round(seconds / size), unit);
    },
    number: (value: number) => number.format(value),
    /** 0…1 */
    percent: (part: number) => percent.format(part),
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
    country: (code: string) => regions.of(code) ?? code,
    list: (items: string[]) => list.format(items),
  };
}
