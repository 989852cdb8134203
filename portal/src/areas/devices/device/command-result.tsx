import { Text } from '@mantine/core';
import { useFormat } from '../../../shell/i18n/use-format.js';
import { useTexts } from '../../../shell/i18n/use-texts.js';
import type { Command } from './kinds.js';
import { useStepText } from './use-step-text.js';

/** What came of it, in sentences, as far as the device's report is of a known shape; and why, where it failed. */
export function CommandResult({ command: { state, result, timeline } }: { command: Command }) {
  const t = useTexts('devices');
  const format = useFormat();
  const explain = useStepText();
  const reason = timeline.at(-1)?.reason;
  const { scanned, found, databasesAt } = (result ?? {}) as Record<string, unknown>;
  const sentences = [
    t(`outcome.${state}`, { defaultValue: '' }),
    typeof scanned === 'number' && t('result.scanned', { count: scanned, number: format.number(scanned) }),
    typeof found === 'number' && t('result.found', { count: found, number: format.number(found) }),
    isTime(databasesAt) && t('result.databases', { time: format.dateTime(databasesAt) }),
  ].filter(Boolean);
  return (
    <Text size="sm">
      {sentences.join(' ')} {reason && <span dir="auto">{explain(reason)}</span>}
    </Text>
  );
}

const isTime = (value: unknown): value is string =>
  typeof value === 'string' && !Number.isNaN(Date.parse(value));
