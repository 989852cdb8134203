import { languages, type Language } from './languages.js';

const texts = import.meta.glob('./texts/*.json');

/** Those with texts: the shell's stand for all, since a test demands the same languages everywhere. */
export const offered: readonly Language[] = languages.filter((tag) => `./texts/${tag}.json` in texts);
