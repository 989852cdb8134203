import { IconDownload } from '@tabler/icons-react';
import { PREFIX } from '../../api/client.js';
import { useTexts } from '../../shell/i18n/use-texts.js';
import type { License } from './license-queries.js';
import classes from './licenses.module.css';

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
    <a
      className={classes.download}
      data-print="no"
      href={`${PREFIX}/licenses/${license.id}/key-files/${encodeURIComponent(name)}`}
      download={name}
      aria-label={t('keyFiles.downloadNamed', { name })}
    >
      <IconDownload size={18} aria-hidden />
      {named ? <bdi>{name}</bdi> : t('keyFiles.download')}
    </a>
  );
}
