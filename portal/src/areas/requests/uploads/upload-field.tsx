import { Checkbox, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useFormat } from '../../../shell/i18n/use-format.js';
import { useTexts } from '../../../shell/i18n/use-texts.js';
import { FileDrop } from '../../../ui/file-drop.js';
import { UploadRow } from './upload-row.js';
import type { Uploads } from './use-uploads.js';
import classes from '../requests.module.css';

/** At most 3 files of 4 GB each; bigger ones go by a link that support sends (SUP-045). */
export function UploadField({ uploads }: { uploads: Uploads }) {
  const t = useTexts('requests');
  const format = useFormat();
  const [faults, setFaults] = useState<string[]>([]);
  const { rules } = uploads;
  if (!rules) return null;
  const take = (chosen: File[]) => {
    const fitting = chosen.filter((file) => file.size > 0 && file.size <= rules.maxBytes);
    setFaults([
      ...chosen
        .filter((file) => file.size > rules.maxBytes)
        .map((file) => t('files.tooBig', { name: file.name, size: format.bytes(rules.maxBytes) })),
      ...chosen.filter((file) => file.size === 0).map((file) => t('files.blank', { name: file.name })),
      ...(fitting.length > uploads.room ? [t('files.tooMany', { count: rules.maxFiles })] : []),
    ]);
    uploads.add(fitting.slice(0, uploads.room));
  };
  return (
    <Stack gap="sm">
      {uploads.room > 0 && (
        <FileDrop label={t('files.drop')} button={t('files.choose')} multiple onFiles={take} />
      )}
      <Text size="sm" c="dimmed">
        {t('files.limits', { count: rules.maxFiles, size: format.bytes(rules.maxBytes) })}
      </Text>
      <div role="alert">
        {faults.map((fault) => (
          <p key={fault} className={classes.fault}>
            {fault}
          </p>
        ))}
      </div>
      {uploads.consentNeeded && uploads.files.length > 0 && (
        <Checkbox
          label={t('files.consent')}
          description={t('files.statement')}
          checked={uploads.consent}
          disabled={uploads.consent}
          onChange={(event) => uploads.setConsent(event.currentTarget.checked)}
        />
      )}
      {uploads.files.length > 0 && (
        <ul className={classes.uploads} aria-label={t('files.label')}>
          {uploads.files.map((file) => (
            <UploadRow key={file.key} file={file} uploads={uploads} />
          ))}
        </ul>
      )}
    </Stack>
  );
}
