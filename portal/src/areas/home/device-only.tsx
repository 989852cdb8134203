import { Text } from '@mantine/core';
import { useTexts } from '../../shell/i18n/use-texts.js';
import { useMe } from '../../shell/session/session.js';
import { Panel } from '../../ui/panel.js';

/** Somebody who was invited for a device alone sees nothing of the company (CON-08). */
export function DeviceOnly() {
  const t = useTexts('home');
  const { company } = useMe();
  return (
    <Panel title={t('device.title')}>
      <Text>{t('device.text', { company: company?.name })}</Text>
    </Panel>
  );
}
