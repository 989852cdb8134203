import { NativeSelect, type NativeSelectProps } from '@mantine/core';
import { useMemo } from 'react';
import { useCurrentLanguage, useTexts } from '../shell/i18n/use-texts.js';

/** What ICU names besides countries: groups of them, reserved codes, and codes for tests. */
const NO_COUNTRIES = new Set([
  'AC',
  'CP',
  'CQ',
  'DG',
  'EA',
  'EU',
  'EZ',
  'IC',
  'QO',
  'TA',
  'UN',
  'XA',
  'XB',
  'ZZ',
]);
const LETTERS = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];

type CountrySelectProps = Omit<NativeSelectProps, 'data'> & {
  /** What it means that no country is chosen; without it, that one has to be. */
  none?: string;
};

/** Countries in the person's language and its alphabetical order; the browser's own list, which every keyboard knows. */
export function CountrySelect({ none, ...props }: CountrySelectProps) {
  const t = useTexts('ui');
  const language = useCurrentLanguage();
  const data = useMemo(
    () => [{ value: '', label: none ?? t('country.choose') }, ...countries(language)],
    [t, none, language],
  );
  return <NativeSelect autoComplete="country" {...props} data={data} />;
}

function countries(language: string): { value: string; label: string }[] {
  const names = new Intl.DisplayNames([language], { type: 'region', fallback: 'none' });
  const { compare } = new Intl.Collator(language);
  return LETTERS.flatMap((a) => LETTERS.map((b) => a + b))
    .filter((code) => !NO_COUNTRIES.has(code) && isCurrent(code))
    .flatMap((value) => {
      const label = names.of(value);
      return label ? [{ value, label }] : [];
    })
    .sort((a, b) => compare(a.label, b.label));
}

/** Codes of former countries stand for those that followed. */
const isCurrent = (code: string): boolean => new Intl.Locale(`und-${code}`).region === code;
