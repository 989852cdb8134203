import { getSigningKeys } from '@tessera/contracts';
import { singleKey, type ServiceDefinition } from '@tessera/platform';
import { migrations } from '../migrations/index.js';
import { Activation } from './activations/activation.entity.js';
import { AppModule } from './app.module.js';
import { AuditEntry } from './audit/audit-entry.entity.js';
import { ProductApplication } from './catalogue/product-application.entity.js';
import { ProductCover } from './catalogue/product-cover.entity.js';
import { ProductGroup } from './catalogue/product-group.entity.js';
import { ProductVersion } from './catalogue/product-version.entity.js';
import { Product } from './catalogue/product.entity.js';
import { CodeFailure } from './codes/code-failure.entity.js';
import { readConfig, type Config } from './config.js';
import { KeyFileOrder } from './key-files/key-file-order.entity.js';
import { KeyFile } from './key-files/key-file.entity.js';
import { LicenseEntry } from './licenses/license-entry.entity.js';
import { License } from './licenses/license.entity.js';
import { RemovedLicense } from './licenses/removed-license.entity.js';
import { LicenseOrder } from './orders/license-order.entity.js';
import { Seat } from './seats/seat.entity.js';

export const service: ServiceDefinition<Config> = {
  name: 'licensing',
  from: import.meta.url,
  module: AppModule,
  readConfig,
  entities: [
    ...[ProductGroup, Product, ProductVersion, ProductApplication, ProductCover],
    ...[LicenseOrder, License, LicenseEntry, RemovedLicense],
    ...[Seat, Activation, KeyFile, KeyFileOrder, CodeFailure, AuditEntry],
  ],
  migrations,
  signingKeys: getSigningKeys,
  keys: ({ CODE_LOOKUP_KEY }) => [singleKey('CODE_LOOKUP_KEY', CODE_LOOKUP_KEY)],
};
