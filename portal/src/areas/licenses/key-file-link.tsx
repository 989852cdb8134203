import { Button } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { PREFIX } from '../../api/client.js';
import { useTexts } from '../../shell/i18n/use-texts.js';
import type { License } from './license-queries.js';

/** Not of a license that was blocked or replaced. */
export const isWithheld = ({ status }: License): boolean => status === 'blocked' || status === 'superseded';

interface KeyFileLinkProps {
  license: License;
  name: string;
  /** Where nothing beside it says which file it is. */
  named?: boolean;
}

export function KeyFileLink({ license, name, named = false }: KeyFileLinkProps) {
  const t = useTexts('licenses');
  return (
    <Button
      component="a"
      data-print="no"
      variant="default"
      size="compact-sm"
      leftSection={<IconDownload size={18} aria-hidden />}
      href={`${PREFIX}/licenses/${license.id}/key-files/${encodeURIComponent(name)}`}
      download={name}
      aria-label={t('keyFiles.downloadNamed', { name })}
    >
      {named ? <bdi>{name}</bdi> : t('keyFiles.download')}
    </Button>
  );
}
