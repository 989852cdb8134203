import { Module } from '@nestjs/common';
import { AnnouncementsRepository } from './announcements/announcements.repository.js';
import { Announcer } from './announcements/announcer.js';
import { MailTransport } from './mails/mail-transport.js';
import { MailsRepository } from './mails/mails.repository.js';
import { Sender } from './mails/sender.js';
import { ListNotificationsHandler } from './notifications/list-notifications.js';
import { NotificationsRepository } from './notifications/notifications.repository.js';
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
import { Notifier } from './notifications/notifier.js';
import { Retention } from './retention/retention.js';

@Module({
  controllers: [ListNotificationsHandler, ReadNotificationHandler, ReadAllNotificationsHandler],
  providers: [
    MailsRepository,
    NotificationsRepository,
    AnnouncementsRepository,
    MailTransport,
    Sender,
    Announcer,
    Notifier,
    Retention,
    OnLinkRequested,
    OnUserActivated,
    OnLicenseNotClaimed,
    OnPasswordChanged,
    OnRefreshTokenReused,
    OnInvitationAccepted,
    OnLicenseAdded,
    OnLicenseRemoved,
    OnLicenseBlocked,
    OnKeyFilesOrdered,
    OnRequestRegistered,
    OnRequestAnswered,
    OnDeviceEnrolled,
    OnDeviceDisconnected,
    OnCommandChanged,
  ],
})
export class AppModule {}
