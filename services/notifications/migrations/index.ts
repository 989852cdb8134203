/** Made by `npm run generate`; do not edit. */
import { Mails1763750000000 } from './1763750000000-mails.js';
import { Notifications1763750001000 } from './1763750001000-notifications.js';

export const migrations = [Mails1763750000000, Notifications1763750001000];
