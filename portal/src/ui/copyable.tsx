import { ActionIcon, Group } from '@mantine/core';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import { useState } from 'react';
import { useTexts } from '../shell/i18n/use-texts.js';
import { copyText } from './copy-text.js';
import { showToast } from './toasts.js';
import classes from './ui.module.css';

/** A code or number with a button that copies it; `name` says what it is. */
export function Copyable({ text, name }: { text: string; name: string }) {
  const t = useTexts('ui');
  const [copied, setCopied] = useState(false);
  const copy = async () => {
    await copyText(text);
    setCopied(true);
    showToast({ tone: 'good', text: t('copy.done', { name }) });
  };
  const fail = () => showToast({ tone: 'bad', text: t('copy.failed') });
  return (
    <Group gap="xs" wrap="nowrap" component="span" display="inline-flex">
      <span className={classes.code} dir="ltr">
        {text}
      </span>
      <ActionIcon
        variant="subtle"
        color="gray"
        aria-label={t('copy.label', { name })}
        title={t('copy.label', { name })}
        onClick={() => void copy().catch(fail)}
      >
        {copied ? <IconCheck size={18} aria-hidden /> : <IconCopy size={18} aria-hidden />}
      </ActionIcon>
    </Group>
  );
}
