import { NativeSelect } from '@mantine/core';
import { ownName } from '../../shell/i18n/languages.js';
import { offered } from '../../shell/i18n/offered.js';
import { useLanguage } from '../../shell/i18n/use-language.js';
import { useCurrentLanguage, useTexts } from '../../shell/i18n/use-texts.js';
import { useFailure } from '../../ui/use-failure.js';

/** Each language in its own words, so that somebody finds it who cannot read the present one. */
export function LanguagePart() {
  const t = useTexts('profile');
  const language = useCurrentLanguage();
  const change = useLanguage();
  const tell = useFailure();
  return (
    <NativeSelect
      label={t('language.label')}
      description={t('language.text')}
      maw="20rem"
      value={language}
      data={offered.map((tag) => ({ value: tag, label: ownName(tag) }))}
      onChange={(event) => void change(event.currentTarget.value).catch(tell)}
    />
  );
}
