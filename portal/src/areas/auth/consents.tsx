import { Anchor, Checkbox, Stack } from '@mantine/core';
import type { ChangeEvent, ReactNode } from 'react';
import { useBrandLink } from '../../shell/brand/brand.js';
import { useTexts } from '../../shell/i18n/use-texts.js';

interface Box {
  name: string;
  checked: boolean;
  error: ReactNode;
  onChange: (event: ChangeEvent<HTMLInputElement>) => void;
}

interface ConsentsProps {
  box: (name: 'acceptTerms' | 'acceptPrivacy') => Box;
  /** Also asks for the yearly surveys, which nobody has to take part in (IDC-014). */
  survey?: Box;
}

/** None is ticked beforehand (IDC-013). */
export function Consents({ box, survey }: ConsentsProps) {
  const t = useTexts('auth');
  const linkOf = useBrandLink();
  const read = (kind: 'terms' | 'privacy') => {
    const url = linkOf(kind);
    if (!url) return undefined;
    return (
      <Anchor href={url} target="_blank" size="sm">
        {t(`consent.read.${kind}`)}
      </Anchor>
    );
  };
  return (
    <Stack gap="sm">
      <Checkbox label={t('consent.terms')} description={read('terms')} {...box('acceptTerms')} />
      <Checkbox label={t('consent.privacy')} description={read('privacy')} {...box('acceptPrivacy')} />
      {survey && <Checkbox label={t('consent.survey')} {...survey} />}
    </Stack>
  );
}
