import { useComputedColorScheme } from '@mantine/core';
import { Suspense } from 'react';
import { Link, NavLink } from 'react-router';
import type { Audience, Me } from '../area.js';
import { headerItemsOf, navigationOf } from '../areas.js';
import { useBrand } from '../brand/brand.js';
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
  const { name } = useBrand();
  const scheme = useComputedColorScheme('light');
  const placeOf = ({ role, company }: Me) =>
    audience === 'staff' ? t(role === 'partner' ? 'layout.partner' : 'layout.staff') : (company?.name ?? '');
  return (
    <header className={classes.header}>
      <Link className={classes.brand} to={homeOf(me)}>
        <Mark scheme={scheme} />
        <span className={classes.brandName}>
          <span>{name}</span>
          {me && <span className={classes.brandSub}>{placeOf(me)}</span>}
        </span>
      </Link>
      {me === null && <PublicNavigation />}
      <div className={`${classes.items} ${classes.push}`}>
        {me &&
          headerItemsOf(audience, me).map(({ id, item: Item }) => (
            <Suspense key={id}>
              <Item />
            </Suspense>
          ))}
        {me ? (
          <Suspense>
            <UserMenu />
          </Suspense>
        ) : (
          <SchemeToggle />
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
