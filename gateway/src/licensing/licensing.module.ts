import { Module } from '@nestjs/common';
import { ActivationsController } from './activations.controller.js';
import { KeyFilesController } from './key-files.controller.js';
import { LicensesController } from './licenses.controller.js';
import { ProductsController } from './products.controller.js';
import { RootKeyController } from './root-key.controller.js';
import { StaffLicensesController } from './staff-licenses.controller.js';
import { StaffOrdersController } from './staff-orders.controller.js';

@Module({
  controllers: [
    LicensesController,
    ProductsController,
    RootKeyController,
    KeyFilesController,
    ActivationsController,
    StaffOrdersController,
    StaffLicensesController,
  ],
})
export class LicensingModule {}
