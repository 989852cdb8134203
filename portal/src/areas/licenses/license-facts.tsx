import { Text } from '@mantine/core';
import { useTexts } from '../../shell/i18n/use-texts.js';
import { Copyable } from '../../ui/copyable.js';
import { Facts } from '../../ui/facts.js';
import { When } from '../../ui/when.js';
import { Expiry } from './expiry.js';
import type { License } from './license-queries.js';
import { LicenseStatus } from './license-status.js';

export function LicenseFacts({ license, mayManage }: { license: License; mayManage: boolean }) {
  const t = useTexts('licenses');
  return (
    <Facts
      items={[
        { label: t('field.status'), value: <LicenseStatus status={license.status} /> },
        { label: t('field.code'), value: <Code code={license.activationCode} whole={mayManage} /> },
        {
          label: t('field.serialNumber'),
          value: <Copyable text={license.serialNumber} name={t('field.serialNumber')} />,
        },
        {
          label: t('field.orderNumber'),
          value: <Copyable text={license.orderNumber} name={t('field.orderNumber')} />,
        },
        { label: t('field.startsAt'), value: <When time={license.startsAt} as="date" /> },
        { label: t('field.expiresAt'), value: <Expiry license={license} /> },
        { label: t('field.addedAt'), value: <When time={license.addedAt} as="date" /> },
      ]}
    />
  );
}

/** Only who manages licenses gets the code from the API; a masked one is of no use in a clipboard. */
function Code({ code, whole }: { code: string | null; whole: boolean }) {
  const t = useTexts('licenses');
  if (code === null) return <Text c="dimmed">{t('code.byKeyFile')}</Text>;
  if (whole) return <Copyable text={code} name={t('field.code')} />;
  return (
    <>
      <bdi>{code}</bdi>
      <Text size="sm" c="dimmed">
        {t('code.masked')}
      </Text>
    </>
  );
}
