/** Made by `npm run generate`; do not edit. */
import { CancelCommandHandler } from './commands/cancel-command.js';
import { ListCommandsHandler } from './commands/list-commands.js';
import { SendCommandHandler } from './commands/send-command.js';
import { DisconnectDeviceHandler } from './devices/disconnect-device.js';
import { EnrollDeviceHandler } from './devices/enroll-device.js';
import { GetDeviceHandler } from './devices/get-device.js';
import { ListDevicesHandler } from './devices/list-devices.js';
import { RenameDeviceHandler } from './devices/rename-device.js';
import { SyncDeviceHandler } from './devices/sync-device.js';
import { ListDevicesV1Handler, GetDeviceV1Handler, RenameDeviceV1Handler } from './devices/v1.js';
import { CheckEnrollmentsHandler } from './enrollments/check-enrollments.js';
import { CreateEnrollmentHandler } from './enrollments/create-enrollment.js';
import { ListEnrollmentsHandler } from './enrollments/list-enrollments.js';
import { RevokeEnrollmentHandler } from './enrollments/revoke-enrollment.js';
import { ReportPresenceHandler } from './presence/report-presence.js';
import { MakeChallengeHandler } from './sessions/make-challenge.js';
import { OpenSessionHandler } from './sessions/open-session.js';
import { CommandsRepository } from './commands/commands.repository.js';
import { ExpireCommands } from './commands/expire-commands.js';
import { DevicesAcrossCompanies } from './devices/devices-across-companies.repository.js';
import { DevicesRepository } from './devices/devices.repository.js';
import { SearchKeys } from './devices/search-keys.js';
import { EnrollmentLookup } from './enrollments/enrollment-lookup.repository.js';
import { EnrollmentsRepository } from './enrollments/enrollments.repository.js';
import { FailedEnrollmentLimiter } from './enrollments/failed-enrollment-limiter.js';
import { ExpirePresence } from './presence/expire-presence.js';
import { PresenceRepository } from './presence/presence.repository.js';
import { OutdatedRowsAcrossCompanies } from './retention.repository.js';
import { Retention } from './retention.js';
import { Challenges } from './sessions/challenges.js';
import { Continuities } from './sessions/continuities.js';
import { DeviceTokens } from './sessions/device-tokens.js';
import { Intervals } from './sessions/intervals.js';
import { UsedChallengesRepository } from './sessions/used-challenges.repository.js';
import { CommandSigner } from './signing/command-signer.js';
import { SigningKeysRepository } from './signing/signing-keys.repository.js';
import { DeviceStatusUpdater } from './status/device-status-updater.js';
import { RefreshStatus } from './status/refresh-status.js';
import { Command } from './commands/command.entity.js';
import { DeviceApp } from './devices/device-app.entity.js';
import { Device } from './devices/device.entity.js';
import { EnrollmentFailure } from './enrollments/enrollment-failure.entity.js';
import { Enrollment } from './enrollments/enrollment.entity.js';
import { Presence } from './presence/presence.entity.js';
import { UsedChallenge } from './sessions/used-challenge.entity.js';
import { SigningKey } from './signing/signing-key.entity.js';

export const handlers = [
  CancelCommandHandler,
  ListCommandsHandler,
  SendCommandHandler,
  DisconnectDeviceHandler,
  EnrollDeviceHandler,
  GetDeviceHandler,
  ListDevicesHandler,
  RenameDeviceHandler,
  SyncDeviceHandler,
  ListDevicesV1Handler,
  GetDeviceV1Handler,
  RenameDeviceV1Handler,
  CheckEnrollmentsHandler,
  CreateEnrollmentHandler,
  ListEnrollmentsHandler,
  RevokeEnrollmentHandler,
  ReportPresenceHandler,
  MakeChallengeHandler,
  OpenSessionHandler,
];

export const consumers = [];

export const providers = [
  CommandsRepository,
  ExpireCommands,
  DevicesAcrossCompanies,
  DevicesRepository,
  SearchKeys,
  EnrollmentLookup,
  EnrollmentsRepository,
  FailedEnrollmentLimiter,
  ExpirePresence,
  PresenceRepository,
  OutdatedRowsAcrossCompanies,
  Retention,
  Challenges,
  Continuities,
  DeviceTokens,
  Intervals,
  UsedChallengesRepository,
  CommandSigner,
  SigningKeysRepository,
  DeviceStatusUpdater,
  RefreshStatus,
];

export const entities = [
  Command,
  DeviceApp,
  Device,
  EnrollmentFailure,
  Enrollment,
  Presence,
  UsedChallenge,
  SigningKey,
];
