import { Alert, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useTexts } from '../../shell/i18n/use-texts.js';
import { TextLink } from '../../ui/text-link.js';

/** Why a code or key file is not taken; each has its own way out, which the portal explains at length. */
export const refusals = [
  'CODE_UNKNOWN',
  'CODE_MALFORMED',
  'KEY_FILE_INVALID',
  'LICENSE_EXPIRED',
  'LICENSE_BLOCKED',
  'LICENSE_SUPERSEDED',
  'LICENSE_ALREADY_ADDED',
] as const;
export type Refusal = (typeof refusals)[number];

/** Where only people can find out more (LIC-051, LIC-071). */
const toSupport: readonly Refusal[] = ['CODE_UNKNOWN', 'KEY_FILE_INVALID', 'LICENSE_BLOCKED'];

export function Refused({ code }: { code: Refusal }) {
  const t = useTexts('licenses');
  return (
    <Alert
      role="alert"
      color="red"
      variant="default"
      icon={<IconAlertTriangle aria-hidden />}
      title={t(`refused.${code}.title`)}
    >
      <Text>{t(`refused.${code}.text`)}</Text>
      {code === 'LICENSE_ALREADY_ADDED' && <TextLink to="/licenses">{t('refused.toList')}</TextLink>}
      {toSupport.includes(code) && <TextLink to="/requests/new">{t('refused.toSupport')}</TextLink>}
    </Alert>
  );
}
