import { Group, Progress, Text } from '@mantine/core';
import { useFormat } from '../shell/i18n/use-format.js';

/** How far something is: `part` from 0 to 1. */
export function ProgressLine({ label, part }: { label: string; part: number }) {
  const format = useFormat();
  return (
    <div>
      <Group justify="space-between" gap="sm">
        <Text size="sm">{label}</Text>
        <Text size="sm" c="dimmed">
          {format.percent(part)}
        </Text>
      </Group>
      <Progress.Root size="md">
        <Progress.Section value={part * 100} aria-label={label} />
      </Progress.Root>
    </div>
  );
}
