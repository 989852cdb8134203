import { useEffect, useRef, type ReactNode } from 'react';
import { useLocation } from 'react-router';
import { useBrand } from '../shell/brand/brand.js';
import { useTexts } from '../shell/i18n/use-texts.js';
import { mayTakeFocus } from './page-focus.js';
import classes from './ui.module.css';

interface PageProps {
  /** The page's h1, and the document's title. */
  title: string;
  intro?: ReactNode;
  /** Buttons beside the title. */
  actions?: ReactNode;
  /** narrow: a form that stands alone, in the middle. medium: a form. wide: lists. */
  width?: 'narrow' | 'medium' | 'wide';
  children: ReactNode;
}

/** Every page is one. After a step from page to page the heading has the focus, so that it is read out. */
export function Page({ title, intro, actions, width = 'wide', children }: PageProps) {
  const t = useTexts('ui');
  const { name } = useBrand();
  const heading = useRef<HTMLHeadingElement>(null);
  const { key } = useLocation();
  useEffect(() => {
    document.title = name ? t('page.title', { page: title, name }) : title;
  }, [t, title, name]);
  useEffect(() => {
    // "default" is the page that the browser has opened: its own focus is right.
    if (key === 'default') return;
    scrollTo(0, 0);
    if (mayTakeFocus()) heading.current?.focus({ preventScroll: true });
  }, [key]);
  return (
    <div className={classes.page} data-width={width}>
      <div className={classes.head}>
        <div>
          <h1 ref={heading} tabIndex={-1} className={classes.title}>
            {title}
          </h1>
          {intro && <p className={classes.intro}>{intro}</p>}
        </div>
        {actions && (
          <div className={classes.actions} data-print="no">
            {actions}
          </div>
        )}
      </div>
      {children}
    </div>
  );
}
