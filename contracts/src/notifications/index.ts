/** Made by `npm run generate`; do not edit. */
export * from './list-notifications.js';
export * from './notification-created.js';
export * from './notification-kinds.js';
export * from './notification-view.js';
export * from './read-all-notifications.js';
export * from './read-notification.js';
