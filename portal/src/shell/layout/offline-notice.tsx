import { useSyncExternalStore } from 'react';
import { useTexts } from '../i18n/use-texts.js';
import classes from './layout.module.css';

function subscribe(changed: () => void): () => void {
  addEventListener('online', changed);
  addEventListener('offline', changed);
  return () => {
    removeEventListener('online', changed);
    removeEventListener('offline', changed);
  };
}

export function OfflineNotice() {
  const t = useTexts('shell');
  const online = useSyncExternalStore(subscribe, () => navigator.onLine);
  // There before it speaks, since a live region that appears with its words is not always read out.
  return (
    <div role="status" className={classes.notice}>
      {!online && <div className={classes.offline}>{t('offline')}</div>}
    </div>
  );
}
