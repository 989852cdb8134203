import { Text } from '@mantine/core';
import { useEffect } from 'react';
import { useTexts } from '../shell/i18n/use-texts.js';
import { Notice } from './notice.js';
import classes from './ui.module.css';

/** Instead of a page that could not be loaded without a connection; it opens by itself when there is one. */
export function Offline() {
  const t = useTexts('ui');
  useEffect(() => {
    const back = () => location.reload();
    addEventListener('online', back);
    // It may have come back before this was shown.
    if (navigator.onLine) back();
    return () => removeEventListener('online', back);
  }, []);
  return (
    <div className={classes.page} data-width="medium">
      <h1 className={classes.title}>{t('problem.title')}</h1>
      <Notice role="alert" tone="warn">
        <Text>{t('problem.offline')}</Text>
      </Notice>
    </div>
  );
}
