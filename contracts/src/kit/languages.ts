import { isLanguage } from './formats.js';

/** The languages that every text for people exists in; the first is the fallback. */
export const languages = ['en', 'de'] as const;
export type Language = (typeof languages)[number];

/** Ranges of one header that are read; no person reads more languages. */
const MAX_RANGES = 20;

/**
 * The values of a header with weights (RFC 9110, 12.4.2), such as `Accept-Language` or `Accept-Encoding`: the most wanted
 * first, in the order of the header where weights are equal, without those that are refused by `q=0` or make no sense.
 */
export function byWeight(header: string | undefined): string[] {
  return (header ?? '')
    .slice(0, 1_000)
    .split(',', MAX_RANGES)
    .map((part) => {
      const [value = '', ...parameters] = part.split(';').map((text) => text.trim());
      const q = parameters.find((text) => /^q\s*=/i.test(text));
      return { value, weight: q === undefined ? 1 : weightOf(q) };
    })
    .filter(({ value, weight }) => value !== '' && weight > 0)
    .sort((a, b) => b.weight - a.weight)
    .map(({ value }) => value);
}

/** 0 for what is no weight from 0 to 1. */
function weightOf(parameter: string): number {
  const value = parameter.split('=')[1]!.trim();
  return /^(0(\.\d*)?|1(\.0*)?)$/.test(value) ? Number(value) : 0;
}

/**
 * Lookup of RFC 4647, 3.4: the first range that one of the tags is found for, each shortened from its end until one is.
 * `*` asks for nothing in particular, so it finds nothing here.
 */
export function lookUp<Tag extends string>(
  ranges: readonly string[],
  tags: readonly Tag[],
): Found<Tag> | null {
  for (const range of ranges) {
    const subtags = range.toLowerCase().split('-');
    while (subtags.length > 0) {
      const tag = tags.find((one) => one.toLowerCase() === subtags.join('-'));
      if (tag !== undefined) return { range, tag };
      subtags.pop();
      // What stood before was the single letter that begins an extension.
      if (subtags.at(-1)?.length === 1) subtags.pop();
    }
  }
  return null;
}

export interface Found<Tag extends string> {
  range: string;
  tag: Tag;
}

/** In which language somebody reads whose language is this tag (BCP 47): its own, or the first. */
export const textLanguage = (tag: string): Language => lookUp([tag], languages)?.tag ?? languages[0];

/** A range of RFC 4647, 2.1, which may be longer than a tag that we keep. */
const RANGE = /^[A-Za-z]{1,8}(-[A-Za-z0-9]{1,8})*$/;
const MAX_TAG_LENGTH = 35;

/**
 * The one of somebody's languages, the most wanted first, that there are texts in, as they wrote it: `de-AT` stays `de-AT`.
 * Where there are texts in none of them, the first, which may be remembered for the day on which there are; null without one.
 */
export function chooseLanguage(wanted: readonly (string | null | undefined)[]): string | null {
  const ranges = wanted.filter((tag): tag is string => typeof tag === 'string' && RANGE.test(tag));
  const found = lookUp(ranges, languages);
  return found ? (canonical(found.range) ?? found.tag) : (ranges.map(canonical).find(Boolean) ?? null);
}

const canonical = (tag: string): string | null =>
  tag.length <= MAX_TAG_LENGTH && isLanguage(tag) ? Intl.getCanonicalLocales(tag)[0]! : null;
