export * from './kit/index.js';
export * from './empty.js';
export * from './limits.js';
export * from './identity/index.js';
export * from './licensing/index.js';
export * from './support/index.js';
export * from './devices/index.js';
export * from './notifications/index.js';
