/** What prepares a bus for the contracts, without Nest and TypeORM, which only a running service needs. */
export { busMigrate, type BusMigrateOptions } from './bus/bus-migrate.js';
export { natsServerConfig, type NatsCluster, type NatsServerConfig } from './bus/nats-config.js';
