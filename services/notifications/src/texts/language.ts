import { languages, textLanguage, type Language } from '@tessera/contracts';

export { languages, type Language };

/** @param tag BCP 47, e.g. `de-AT` */
export const languageFor = textLanguage;
