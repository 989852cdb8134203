import { useTranslation } from 'react-i18next';

/** Words of a folder, mostly one's own: `t('list.title')`. A test knows every key. */
export const useTexts = (namespace: string) => useTranslation(namespace).t;
