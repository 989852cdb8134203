import { textLanguage, type Language } from '@tessera/contracts';
import type { LicenseFlaw } from '../licenses/license.entity.js';

/** Why an activation does not hold. */
export type ReasonCode = LicenseFlaw | 'ACTIVATION_ENDED' | 'FINGERPRINT_MISMATCH' | 'VERSION_NOT_COVERED';

const texts: Record<Language, Record<ReasonCode, string>> = {
  en: {
    LICENSE_SUPERSEDED:
      'The license was replaced by an updated code. Ask the partner of the purchase for it and activate again.',
    LICENSE_BLOCKED:
      'The vendor has blocked the license. Contact the partner you bought it from, then support; a new code is needed to go on.',
    LICENSE_EXPIRED: 'The term is over. Renew the license, or activate with another one.',
    LICENSE_NOT_STARTED:
      'The term has not begun. Activate again when it has, or use another license until then.',
    ACTIVATION_ENDED:
      'The seat of this device was released. Activate the application again if a seat is free.',
    FINGERPRINT_MISMATCH:
      'This is not the device that was activated. Activate the application on this device.',
    VERSION_NOT_COVERED:
      'The license does not cover this version of the application. Install a version that it covers and activate again.',
  },
  de: {
    LICENSE_SUPERSEDED:
      'Die Lizenz wurde durch einen aktualisierten Code ersetzt. Fragen Sie den Partner des Kaufs danach und aktivieren Sie erneut.',
    LICENSE_BLOCKED:
      'Der Hersteller hat die Lizenz gesperrt. Wenden Sie sich an den Partner, bei dem Sie sie gekauft haben, dann an den Support; zum Weiterarbeiten ist ein neuer Code nötig.',
    LICENSE_EXPIRED:
      'Die Laufzeit ist zu Ende. Verlängern Sie die Lizenz oder aktivieren Sie mit einer anderen.',
    LICENSE_NOT_STARTED:
      'Die Laufzeit hat noch nicht begonnen. Aktivieren Sie danach erneut oder nutzen Sie bis dahin eine andere Lizenz.',
    ACTIVATION_ENDED:
      'Der Platz dieses Geräts wurde freigegeben. Aktivieren Sie die Anwendung erneut, falls ein Platz frei ist.',
    FINGERPRINT_MISMATCH:
      'Dies ist nicht das aktivierte Gerät. Aktivieren Sie die Anwendung auf diesem Gerät.',
    VERSION_NOT_COVERED:
      'Die Lizenz gilt nicht für diese Version der Anwendung. Installieren Sie eine Version, für die sie gilt, und aktivieren Sie erneut.',
  },
};

/** @param language BCP 47 tag; languages without a translation read English */
export function remedyOf(code: ReasonCode, language: string): string {
  return texts[textLanguage(language)][code];
}
