import { getSigningKeys } from '@tessera/contracts';
import type { ServiceDefinition } from '@tessera/platform';
import { migrations } from '../migrations/index.js';
import { Announcement } from './announcements/announcement.entity.js';
import { AppModule } from './app.module.js';
import { readConfig, type Config } from './config.js';
import { Mail } from './mails/mail.entity.js';
import { Notification } from './notifications/notification.entity.js';

export const service: ServiceDefinition<Config> = {
  name: 'notifications',
  from: import.meta.url,
  module: AppModule,
  readConfig,
  entities: [Mail, Announcement, Notification],
  migrations,
  signingKeys: getSigningKeys,
};
