import { getSigningKeys } from '@tessera/contracts';
import { singleKey, type ServiceDefinition } from '@tessera/platform';
import { migrations } from '../migrations/index.js';
import { Activation } from './activations/activation.entity.js';
import { AppModule } from './app.module.js';
import { ProductGroup } from './catalogue/product-group.entity.js';
import { Product } from './catalogue/product.entity.js';
import { readConfig, type Config } from './config.js';
import { LicenseEntry } from './licenses/license-entry.entity.js';
import { License } from './licenses/license.entity.js';
import { LicenseOrder } from './orders/license-order.entity.js';
import { Seat } from './seats/seat.entity.js';

export const service: ServiceDefinition<Config> = {
  name: 'licensing',
  from: import.meta.url,
  module: AppModule,
  readConfig,
  entities: [ProductGroup, Product, LicenseOrder, License, LicenseEntry, Seat, Activation],
  migrations,
  signingKeys: getSigningKeys,
  keys: ({ CODE_LOOKUP_KEY }) => [singleKey('CODE_LOOKUP_KEY', CODE_LOOKUP_KEY)],
};
