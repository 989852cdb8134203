import { Module } from '@nestjs/common';
import { FailureLimiter } from '@tessera/platform';
import { CancelCommandHandler } from './commands/cancel-command.js';
import { CommandsRepository } from './commands/commands.repository.js';
import { ExpireCommands } from './commands/expire-commands.js';
import { ListCommandsHandler } from './commands/list-commands.js';
import { SendCommandHandler } from './commands/send-command.js';
import { DevicesAcrossCompanies } from './devices/devices-across-companies.repository.js';
import { DevicesRepository } from './devices/devices.repository.js';
import { DisconnectDeviceHandler } from './devices/disconnect-device.js';
import { EnrollDeviceHandler } from './devices/enroll-device.js';
import { GetDeviceHandler } from './devices/get-device.js';
import { ListDevicesHandler } from './devices/list-devices.js';
import { RenameDeviceHandler } from './devices/rename-device.js';
import { SearchKeys } from './devices/search-keys.js';
import { SyncDeviceHandler } from './devices/sync-device.js';
import { GetDeviceV1Handler, ListDevicesV1Handler, RenameDeviceV1Handler } from './devices/v1.js';
import { CheckEnrollmentsHandler } from './enrollments/check-enrollments.js';
import { CreateEnrollmentHandler } from './enrollments/create-enrollment.js';
import { FailedEnrollmentLimiter } from './enrollments/failed-enrollment-limiter.js';
import { EnrollmentLookup } from './enrollments/enrollment-lookup.repository.js';
import { EnrollmentsRepository } from './enrollments/enrollments.repository.js';
import { ListEnrollmentsHandler } from './enrollments/list-enrollments.js';
import { RevokeEnrollmentHandler } from './enrollments/revoke-enrollment.js';
import { ExpirePresence } from './presence/expire-presence.js';
import { PresenceRepository } from './presence/presence.repository.js';
import { ReportPresenceHandler } from './presence/report-presence.js';
import { Challenges } from './sessions/challenges.js';
import { Continuities } from './sessions/continuities.js';
import { DeviceTokens } from './sessions/device-tokens.js';
import { Intervals } from './sessions/intervals.js';
import { MakeChallengeHandler } from './sessions/make-challenge.js';
import { OpenSessionHandler } from './sessions/open-session.js';
import { UsedChallengesRepository } from './sessions/used-challenges.repository.js';
import { CommandSigner } from './signing/command-signer.js';
import { SigningKeysRepository } from './signing/signing-keys.repository.js';
import { DeviceStatusUpdater } from './status/device-status-updater.js';
import { RefreshStatus } from './status/refresh-status.js';
import { OutdatedRowsAcrossCompanies } from './retention.repository.js';
import { Retention } from './retention.js';

@Module({
  controllers: [
    CreateEnrollmentHandler,
    CheckEnrollmentsHandler,
    ListEnrollmentsHandler,
    RevokeEnrollmentHandler,
    ListDevicesHandler,
    GetDeviceHandler,
    RenameDeviceHandler,
    ListDevicesV1Handler,
    GetDeviceV1Handler,
    RenameDeviceV1Handler,
    DisconnectDeviceHandler,
    SendCommandHandler,
    ListCommandsHandler,
    CancelCommandHandler,
    EnrollDeviceHandler,
    MakeChallengeHandler,
    OpenSessionHandler,
    SyncDeviceHandler,
    ReportPresenceHandler,
  ],
  providers: [
    DevicesRepository,
    DevicesAcrossCompanies,
    CommandsRepository,
    EnrollmentsRepository,
    EnrollmentLookup,
    FailureLimiter,
    FailedEnrollmentLimiter,
    PresenceRepository,
    UsedChallengesRepository,
    Challenges,
    Continuities,
    DeviceTokens,
    Intervals,
    SigningKeysRepository,
    CommandSigner,
    DeviceStatusUpdater,
    ExpireCommands,
    ExpirePresence,
    RefreshStatus,
    SearchKeys,
    OutdatedRowsAcrossCompanies,
    Retention,
  ],
})
export class AppModule {}
