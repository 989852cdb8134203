import { Suspense } from 'react';
import { Link, NavLink } from 'react-router';
import type { Audience } from '../area.js';
import { headerItemsOf, navigationOf } from '../areas.js';
import { useTexts } from '../i18n/use-texts.js';
import { homeOf, useSession } from '../session/session.js';
import { Mark } from './mark.js';
import { Said } from './said.js';
import { SchemeToggle } from './scheme-toggle.js';
import { UserMenu } from './signed-parts.js';
import classes from './layout.module.css';

export function Header({ audience }: { audience: Audience }) {
  const t = useTexts('shell');
  const { me } = useSession();
  return (
    <header className={classes.header}>
      <Link className={classes.brand} to={homeOf(me)}>
        <Mark />
        {t('product')}
        {audience === 'staff' && <span className={classes.badge}>{t('layout.staff')}</span>}
      </Link>
      {me === null && <PublicNavigation />}
      <div className={`${classes.items} ${classes.push}`}>
        {me &&
          headerItemsOf(audience, me).map(({ id, item: Item }) => (
            <Suspense key={id}>
              <Item />
            </Suspense>
          ))}
        <SchemeToggle />
        {me && (
          <Suspense>
            <UserMenu />
          </Suspense>
        )}
      </div>
    </header>
  );
}

function PublicNavigation() {
  const t = useTexts('shell');
  return (
    <nav className={classes.items} aria-label={t('layout.navigation')}>
      {navigationOf('public', null).map((item) => (
        <NavLink key={item.to} className={classes.link!} to={item.to}>
          <Said namespace={item.namespace} text={item.label} />
        </NavLink>
      ))}
    </nav>
  );
}
