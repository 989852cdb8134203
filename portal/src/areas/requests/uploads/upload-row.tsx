import { Text } from '@mantine/core';
import { IconPlayerPause, IconPlayerPlay, IconX } from '@tabler/icons-react';
import { useFormat } from '../../../shell/i18n/use-format.js';
import { useTexts } from '../../../shell/i18n/use-texts.js';
import { Actions } from '../../../ui/actions.js';
import { Button } from '../../../ui/button.js';
import { ProblemNotice } from '../../../ui/problem-notice.js';
import { ProgressLine } from '../../../ui/progress-line.js';
import type { FileUpload, Uploads } from './use-uploads.js';
import classes from '../requests.module.css';

/** One file: how far it is, and what can be done with it. */
export function UploadRow({ file, uploads }: { file: FileUpload; uploads: Uploads }) {
  const t = useTexts('requests');
  const format = useFormat();
  const { key, name, state } = file;
  const part = file.size === 0 ? 1 : file.sent / file.size;
  const remove = t(state === 'done' ? 'files.remove' : 'files.cancel');
  return (
    <li className={classes.upload}>
      <ProgressLine label={name} part={part} />
      <Text size="sm" c="dimmed" role="status">
        {t(`files.state.${state}`, { size: format.bytes(file.size) })}
      </Text>
      {state === 'failed' && <ProblemNotice error={file.error} />}
      <Actions>
        {state === 'sending' && (
          <Button
            size="compact-sm"
            variant="default"
            leftSection={<IconPlayerPause size={14} aria-hidden />}
            aria-label={t('files.named', { what: t('files.pause'), name })}
            onClick={() => uploads.pause(key)}
          >
            {t('files.pause')}
          </Button>
        )}
        {(state === 'paused' || state === 'failed') && (
          <Button
            size="compact-sm"
            variant="default"
            leftSection={<IconPlayerPlay size={14} aria-hidden />}
            aria-label={t('files.named', { what: t('files.resume'), name })}
            onClick={() => uploads.resume(key)}
          >
            {t('files.resume')}
          </Button>
        )}
        <Button
          size="compact-sm"
          variant="default"
          leftSection={<IconX size={14} aria-hidden />}
          aria-label={t('files.named', { what: remove, name })}
          onClick={() => uploads.remove(key)}
        >
          {remove}
        </Button>
      </Actions>
    </li>
  );
}
