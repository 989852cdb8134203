/** What prepares a bus for the contracts, without what a running service needs: it starts in a third of the time. */
export { busMigrate, type BusMigrateOptions } from './bus/bus-migrate.js';
export { natsServerConfig, type NatsCluster, type NatsServerConfig } from './bus/nats-config.js';
