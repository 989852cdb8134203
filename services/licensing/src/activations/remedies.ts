import { Texts } from '@tessera/platform';
import type { LicenseFlaw } from '../licenses/license.entity.js';
import type en from '../texts/en.json';

/** Why an activation does not hold. */
export type ReasonCode = LicenseFlaw | 'ACTIVATION_ENDED' | 'FINGERPRINT_MISMATCH' | 'VERSION_NOT_COVERED';

const texts = Texts.load<typeof en>(new URL('../texts/', import.meta.url));

/** @param language BCP 47 tag; languages without a translation read English */
export const remedyOf = (code: ReasonCode, language: string): string =>
  texts.say(`remedies.${code}`, language);
