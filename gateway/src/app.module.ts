import { Module } from '@nestjs/common';
import { AuthModule } from './auth/auth.module.js';
import { BrandModule } from './brand/brand.module.js';
import { DevicesModule } from './devices/devices.module.js';
import { DocsModule } from './docs/docs.module.js';
import { HealthModule } from './health/health.module.js';
import { CompaniesController } from './identity/companies.controller.js';
import { IdentityRoutes } from './identity/identity.routes.js';
import { LicensingRoutes } from './licensing/licensing.routes.js';
import { LiveModule } from './live/live.module.js';
import { NotificationsRoutes } from './notifications/notifications.routes.js';
import { PortalModule } from './portal/portal.module.js';
import { SupportRoutes } from './support/support.routes.js';
import { UploadsModule } from './uploads/uploads.module.js';

@Module({
  controllers: [CompaniesController, IdentityRoutes, LicensingRoutes, SupportRoutes, NotificationsRoutes],
  imports: [
    AuthModule,
    UploadsModule,
    DevicesModule,
    LiveModule,
    HealthModule,
    BrandModule,
    DocsModule,
    PortalModule,
  ],
})
export class AppModule {}
