/** Made by `npm run generate`; do not edit. */
import { Licensing1764000000000 } from './1764000000000-licensing.js';
import { DemoCatalogue1764000000001 } from './1764000000001-demo-catalogue.js';
import { AttemptWindowTable1796100000000 } from './1796100000000-attempt-window-table.js';

export const migrations = [
  Licensing1764000000000,
  DemoCatalogue1764000000001,
  AttemptWindowTable1796100000000,
];
