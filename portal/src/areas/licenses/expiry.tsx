import { Text } from '@mantine/core';
import { useFormat } from '../../shell/i18n/use-format.js';
import { useTexts } from '../../shell/i18n/use-texts.js';
import { When } from '../../ui/when.js';
import type { License } from './license-queries.js';

const SOON_MS = 30 * 86_400_000;

/** Until when; and how long that is, where it is so soon that something has to be done. */
export function Expiry({ license }: { license: License }) {
  const t = useTexts('licenses');
  const format = useFormat();
  const left = Date.parse(license.expiresAt) - Date.now();
  const soon = left > 0 && left < SOON_MS && ['active', 'not_activated'].includes(license.status);
  return (
    <div>
      <When time={license.expiresAt} as="date" />
      {soon && (
        <Text size="sm" fw={600}>
          {t('expiry.soon', { when: format.relative(license.expiresAt) })}
        </Text>
      )}
    </div>
  );
}
