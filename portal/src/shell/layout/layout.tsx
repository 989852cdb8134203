import { Suspense, useLayoutEffect, type ReactNode } from 'react';
import { useLocation } from 'react-router';
import { noteFocus } from '../../ui/page-focus.js';
import type { Audience } from '../area.js';
import { useTexts } from '../i18n/use-texts.js';
import { isStaff, useSession } from '../session/session.js';
import { Footer } from './footer.js';
import { Header } from './header.js';
import { SignedParts } from './signed-parts.js';
import { useCollapsed } from './use-collapsed.js';
import classes from './layout.module.css';

/** Header, navigation, page, footer. On a public page somebody who is signed in keeps the way back. */
export function Layout({ audience, children }: { audience: Audience; children: ReactNode }) {
  const t = useTexts('shell');
  const { me } = useSession();
  const { key } = useLocation();
  const [collapsed, setCollapsed] = useCollapsed();
  useLayoutEffect(noteFocus, [key]);
  const shown = me === null ? 'public' : isStaff(me) ? 'staff' : 'customer';
  const narrow = audience === 'public' && me === null;
  return (
    <div
      className={classes.frame}
      data-audience={shown}
      data-signed={me !== null || undefined}
      data-collapsed={collapsed || undefined}
    >
      <a className={classes.skip} href="#main" data-print="no">
        {t('layout.skip')}
      </a>
      <Header audience={shown} />
      <div className={classes.middle} data-with-side={me !== null || undefined}>
        {me && (
          <Suspense fallback={<div className={classes.side} />}>
            <SignedParts audience={shown} collapsed={collapsed} setCollapsed={setCollapsed} />
          </Suspense>
        )}
        <main id="main" tabIndex={-1} className={classes.main} data-narrow={narrow || undefined}>
          {children}
        </main>
      </div>
      <Footer />
    </div>
  );
}
