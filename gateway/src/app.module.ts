import { Module } from '@nestjs/common';
import { AuthModule } from './auth/auth.module.js';
import { BrandModule } from './brand/brand.module.js';
import { DevicesModule } from './devices/devices.module.js';
import { DocsModule } from './docs/docs.module.js';
import { HealthModule } from './health/health.module.js';
import { IdentityModule } from './identity/identity.module.js';
import { LicensingModule } from './licensing/licensing.module.js';
import { LiveModule } from './live/live.module.js';
import { NotificationsModule } from './notifications/notifications.module.js';
import { PortalModule } from './portal/portal.module.js';
import { SupportModule } from './support/support.module.js';
import { UploadsModule } from './uploads/uploads.module.js';

@Module({
  imports: [
    AuthModule,
    IdentityModule,
    LicensingModule,
    SupportModule,
    UploadsModule,
    DevicesModule,
    NotificationsModule,
    LiveModule,
    HealthModule,
    BrandModule,
    DocsModule,
    PortalModule,
  ],
})
export class AppModule {}
