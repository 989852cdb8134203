/** Made by `npm run generate`; do not edit. */
import { Requests1763700000000 } from './1763700000000-requests.js';

export const migrations = [Requests1763700000000];
