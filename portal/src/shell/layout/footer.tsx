import { Anchor } from '@mantine/core';
import { IconWorld } from '@tabler/icons-react';
import { lazy, Suspense, useState } from 'react';
import { useBrand, useBrandLink } from '../brand/brand.js';
import { ownName } from '../i18n/languages.js';
import { useCurrentLanguage, useTexts } from '../i18n/use-texts.js';
import classes from './layout.module.css';

const LanguageDialog = lazy(() => import('../i18n/language-dialog.js'));

/** The language link stands at its end, which is the bottom right, or the bottom left of a mirrored page (UIX-016). */
export function Footer() {
  const t = useTexts('shell');
  const language = useCurrentLanguage();
  const { support, poweredBy } = useBrand();
  const linkOf = useBrandLink();
  const pages = [
    { kind: 'support', url: support && !/^https?:/i.test(support) ? `mailto:${support}` : support },
    ...(['terms', 'privacy', 'imprint'] as const).map((kind) => ({ kind, url: linkOf(kind) })),
  ].flatMap(({ kind, url }) => (url ? [{ kind, url }] : []));
  const [choosing, setChoosing] = useState(false);
  return (
    <footer className={classes.footer}>
      {pages.length > 0 && (
        <nav className={classes.pages} aria-label={t('footer.links')}>
          {pages.map(({ kind, url }) => (
            <Anchor key={kind} href={url} c="dimmed" className={classes.page!}>
              {t(`footer.${kind}`)}
            </Anchor>
          ))}
        </nav>
      )}
      {poweredBy && <span>{t('footer.poweredBy')}</span>}
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
