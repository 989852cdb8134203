import { Text } from '@mantine/core';
import { useFormat } from '../../../shell/i18n/use-format.js';
import { useTexts } from '../../../shell/i18n/use-texts.js';
import type { Command } from './kinds.js';

/** By when something happens, whatever happens: nobody waits for ever. */
export function CommandPromise({ command: { state, deliverBy, resultBy } }: { command: Command }) {
  const t = useTexts('devices');
  const format = useFormat();
  const result = format.dateTime(resultBy);
  return (
    <Text size="sm">
      {state === 'queued'
        ? t('promise.queued', { deliver: format.dateTime(deliverBy), result })
        : state === 'cancelling'
          ? t('promise.cancelling', { result })
          : t('promise.delivered', { result })}
    </Text>
  );
}
