/** Made by `npm run generate`; do not edit. */
import { People1763750000000 } from './1763750000000-people.js';
import { Credentials1763750000001 } from './1763750000001-credentials.js';
import { CustomerSearch1764200000000 } from './1764200000000-customer-search.js';
import { CompanySearchKey1796100000000 } from './1796100000000-company-search-key.js';
import { FoundedLater1796200000000 } from './1796200000000-founded-later.js';

export const migrations = [
  People1763750000000,
  Credentials1763750000001,
  CustomerSearch1764200000000,
  CompanySearchKey1796100000000,
  FoundedLater1796200000000,
];
