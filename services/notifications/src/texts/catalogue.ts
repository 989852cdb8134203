import * as activationDe from './activation/de.js';
import * as activationEn from './activation/en.js';
import * as passwordResetDe from './password-reset/de.js';
import * as passwordResetEn from './password-reset/en.js';
import * as invitationDe from './invitation/de.js';
import * as invitationEn from './invitation/en.js';
import * as staffInvitationDe from './staff-invitation/de.js';
import * as staffInvitationEn from './staff-invitation/en.js';
import * as welcomeDe from './welcome/de.js';
import * as welcomeEn from './welcome/en.js';
import * as licenseNotClaimedDe from './license-not-claimed/de.js';
import * as licenseNotClaimedEn from './license-not-claimed/en.js';
import * as passwordChangedDe from './password-changed/de.js';
import * as passwordChangedEn from './password-changed/en.js';
import * as invitationAcceptedDe from './invitation-accepted/de.js';
import * as invitationAcceptedEn from './invitation-accepted/en.js';
import * as licenseAddedDe from './license-added/de.js';
import * as licenseAddedEn from './license-added/en.js';
import * as licenseBlockedDe from './license-blocked/de.js';
import * as licenseBlockedEn from './license-blocked/en.js';
import * as licenseRemovedDe from './license-removed/de.js';
import * as licenseRemovedEn from './license-removed/en.js';
import * as keyFilesDe from './key-files/de.js';
import * as keyFilesEn from './key-files/en.js';
import * as requestRegisteredDe from './request-registered/de.js';
import * as requestRegisteredEn from './request-registered/en.js';
import * as requestAnsweredDe from './request-answered/de.js';
import * as requestAnsweredEn from './request-answered/en.js';
import * as sessionStolenDe from './session-stolen/de.js';
import * as sessionStolenEn from './session-stolen/en.js';
import * as deviceEnrolledDe from './device-enrolled/de.js';
import * as deviceEnrolledEn from './device-enrolled/en.js';
import * as deviceDisconnectedDe from './device-disconnected/de.js';
import * as deviceDisconnectedEn from './device-disconnected/en.js';
import * as commandFinishedDe from './command-finished/de.js';
import * as commandFinishedEn from './command-finished/en.js';
import type { NotificationKind } from '@tessera/contracts';
import type { Language } from './language.js';
import type { MailText, NoticeText } from './text.js';

const mailTexts = {
  activation: { en: activationEn.mail, de: activationDe.mail },
  password_reset: { en: passwordResetEn.mail, de: passwordResetDe.mail },
  invitation: { en: invitationEn.mail, de: invitationDe.mail },
  staff_invitation: { en: staffInvitationEn.mail, de: staffInvitationDe.mail },
  welcome: { en: welcomeEn.mail, de: welcomeDe.mail },
  license_not_claimed: { en: licenseNotClaimedEn.mail, de: licenseNotClaimedDe.mail },
  password_changed: { en: passwordChangedEn.mail, de: passwordChangedDe.mail },
  session_stolen: { en: sessionStolenEn.mail, de: sessionStolenDe.mail },
  invitation_accepted: { en: invitationAcceptedEn.mail, de: invitationAcceptedDe.mail },
  license_added: { en: licenseAddedEn.mail, de: licenseAddedDe.mail },
  license_removed: { en: licenseRemovedEn.mail, de: licenseRemovedDe.mail },
  license_blocked: { en: licenseBlockedEn.mail, de: licenseBlockedDe.mail },
  key_files: { en: keyFilesEn.mail, de: keyFilesDe.mail },
  request_registered: { en: requestRegisteredEn.mail, de: requestRegisteredDe.mail },
  request_answered: { en: requestAnsweredEn.mail, de: requestAnsweredDe.mail },
} satisfies Record<string, Record<Language, MailText>>;
export type MailTemplate = keyof typeof mailTexts;

/** Every mail, in every language. */
export const mails: Record<MailTemplate, Record<Language, MailText>> = mailTexts;

/** Every notification of the portal, in every language. */
export const notices: Record<NotificationKind, Record<Language, NoticeText>> = {
  welcome: { en: welcomeEn.notice, de: welcomeDe.notice },
  license_not_claimed: { en: licenseNotClaimedEn.notice, de: licenseNotClaimedDe.notice },
  password_changed: { en: passwordChangedEn.notice, de: passwordChangedDe.notice },
  invitation_accepted: { en: invitationAcceptedEn.notice, de: invitationAcceptedDe.notice },
  license_added: { en: licenseAddedEn.notice, de: licenseAddedDe.notice },
  license_removed: { en: licenseRemovedEn.notice, de: licenseRemovedDe.notice },
  license_blocked: { en: licenseBlockedEn.notice, de: licenseBlockedDe.notice },
  request_registered: { en: requestRegisteredEn.notice, de: requestRegisteredDe.notice },
  request_answered: { en: requestAnsweredEn.notice, de: requestAnsweredDe.notice },
  device_enrolled: { en: deviceEnrolledEn.notice, de: deviceEnrolledDe.notice },
  device_disconnected: { en: deviceDisconnectedEn.notice, de: deviceDisconnectedDe.notice },
  command_finished: { en: commandFinishedEn.notice, de: commandFinishedDe.notice },
};
