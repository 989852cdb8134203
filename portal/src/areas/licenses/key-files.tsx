import { Text } from '@mantine/core';
import { useTexts } from '../../shell/i18n/use-texts.js';
import { Panel } from '../../ui/panel.js';
import { isWithheld, KeyFileLink } from './key-file-link.js';
import type { License } from './license-queries.js';
import classes from './licenses.module.css';

/** The key files that the license is activated with, to be downloaded; not of one that was blocked or replaced. */
export function KeyFiles({ license }: { license: License }) {
  const t = useTexts('licenses');
  const withheld = isWithheld(license);
  return (
    <Panel title={t('keyFiles.title')}>
      <Text mb="sm" c="dimmed">
        {withheld ? t('keyFiles.withheld') : t('keyFiles.text')}
      </Text>
      <ul className={classes.files}>
        {license.keyFiles.map(({ name, product }) => (
          <li key={name} className={classes.file}>
            <bdi>{name}</bdi>
            <Text span c="dimmed">
              {product}
            </Text>
            {!withheld && <KeyFileLink license={license} name={name} />}
          </li>
        ))}
      </ul>
    </Panel>
  );
}
