import { useDirection } from '@mantine/core';
import i18next from 'i18next';
import { useEffect } from 'react';
import { useSession } from '../session/session.js';
import { choose, directionOf } from './languages.js';
import { offered } from './offered.js';
import { useCurrentLanguage } from './use-texts.js';

/** Holds the page to the language: the account's comes before the cookie's and the browser's (UIX-015). */
export function LanguageSync() {
  const language = useCurrentLanguage();
  const { setDirection } = useDirection();
  const account = useSession().me?.language;
  useEffect(() => {
    if (account) void i18next.changeLanguage(choose([account], offered));
  }, [account]);
  useEffect(() => {
    document.documentElement.lang = language;
    setDirection(directionOf(language));
  }, [language, setDirection]);
  return null;
}
