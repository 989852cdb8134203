import { getSigningKeys } from '@tessera/contracts';
import type { ServiceDefinition } from '@tessera/platform';
import { migrations } from '../migrations/index.js';
import { AppModule } from './app.module.js';
import { Attachment } from './attachments/attachment.entity.js';
import { DataStatement } from './attachments/data-statement.entity.js';
import { readConfig, type Config } from './config.js';
import { Message } from './messages/message.entity.js';
import { Company } from './names/company.entity.js';
import { Person } from './names/person.entity.js';
import { SupportRequest } from './requests/request.entity.js';

export const service: ServiceDefinition<Config> = {
  name: 'support',
  from: import.meta.url,
  module: AppModule,
  readConfig,
  entities: [SupportRequest, Message, Attachment, DataStatement, Person, Company],
  migrations,
  signingKeys: getSigningKeys,
};
