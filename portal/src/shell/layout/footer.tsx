import { Anchor } from '@mantine/core';
import { IconWorld } from '@tabler/icons-react';
import { lazy, Suspense, useState } from 'react';
import { ownName } from '../i18n/languages.js';
import { useCurrentLanguage, useTexts } from '../i18n/use-texts.js';
import classes from './layout.module.css';

const LanguageDialog = lazy(() => import('../i18n/language-dialog.js'));

/** The language link stands at its end, which is the bottom right, or the bottom left of a mirrored page (UIX-016). */
export function Footer() {
  const t = useTexts('shell');
  const language = useCurrentLanguage();
  const [choosing, setChoosing] = useState(false);
  return (
    <footer className={classes.footer}>
      <span>{t('product')}</span>
      <span className={classes.push}>
        <Anchor
          component="button"
          type="button"
          className={classes.language!}
          aria-haspopup="dialog"
          onClick={() => setChoosing(true)}
        >
          <IconWorld size={18} aria-hidden />
          {ownName(language)}
        </Anchor>
      </span>
      {choosing && (
        <Suspense>
          <LanguageDialog close={() => setChoosing(false)} />
        </Suspense>
      )}
    </footer>
  );
}
