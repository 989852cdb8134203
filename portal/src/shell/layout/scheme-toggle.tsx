import { ActionIcon } from '@mantine/core';
import { useTexts } from '../i18n/use-texts.js';
import { useScheme } from './use-scheme.js';

/** Where there is no user's menu, which has it otherwise. */
export function SchemeToggle() {
  const t = useTexts('shell');
  const { next, Icon, change } = useScheme();
  return (
    <ActionIcon
      variant="subtle"
      color="gray"
      size="lg"
      aria-label={t(`scheme.${next}`)}
      title={t(`scheme.${next}`)}
      onClick={change}
    >
      <Icon size={20} aria-hidden />
    </ActionIcon>
  );
}
