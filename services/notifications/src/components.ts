/** Made by `npm run generate`; do not edit. */
import { ListNotificationsHandler } from './notifications/list-notifications.js';
import { ReadAllNotificationsHandler } from './notifications/read-all-notifications.js';
import { ReadNotificationHandler } from './notifications/read-notification.js';
import { OnCommandChanged } from './on/command-changed.js';
import { OnDeviceDisconnected } from './on/device-disconnected.js';
import { OnDeviceEnrolled } from './on/device-enrolled.js';
import { OnInvitationAccepted } from './on/invitation-accepted.js';
import { OnKeyFilesOrdered } from './on/key-files-ordered.js';
import { OnLicenseAdded } from './on/license-added.js';
import { OnLicenseBlocked } from './on/license-blocked.js';
import { OnLicenseNotClaimed } from './on/license-not-claimed.js';
import { OnLicenseRemoved } from './on/license-removed.js';
import { OnLinkRequested } from './on/link-requested.js';
import { OnPasswordChanged } from './on/password-changed.js';
import { OnRefreshTokenReused } from './on/refresh-token-reused.js';
import { OnRequestAnswered } from './on/request-answered.js';
import { OnRequestRegistered } from './on/request-registered.js';
import { OnUserActivated } from './on/user-activated.js';
import { AnnouncementsRepository } from './announcements/announcements.repository.js';
import { Announcer } from './announcements/announcer.js';
import { MailTransport } from './mails/mail-transport.js';
import { MailsRepository } from './mails/mails.repository.js';
import { Sender } from './mails/sender.js';
import { NotificationsRepository } from './notifications/notifications.repository.js';
import { Notifier } from './notifications/notifier.js';
import { Retention } from './retention/retention.js';
import { Announcement } from './announcements/announcement.entity.js';
import { Mail } from './mails/mail.entity.js';
import { Notification } from './notifications/notification.entity.js';

export const handlers = [ListNotificationsHandler, ReadAllNotificationsHandler, ReadNotificationHandler];

export const consumers = [
  OnCommandChanged,
  OnDeviceDisconnected,
  OnDeviceEnrolled,
  OnInvitationAccepted,
  OnKeyFilesOrdered,
  OnLicenseAdded,
  OnLicenseBlocked,
  OnLicenseNotClaimed,
  OnLicenseRemoved,
  OnLinkRequested,
  OnPasswordChanged,
  OnRefreshTokenReused,
  OnRequestAnswered,
  OnRequestRegistered,
  OnUserActivated,
];

export const providers = [
  AnnouncementsRepository,
  Announcer,
  MailTransport,
  MailsRepository,
  Sender,
  NotificationsRepository,
  Notifier,
  Retention,
];

export const entities = [Announcement, Mail, Notification];
