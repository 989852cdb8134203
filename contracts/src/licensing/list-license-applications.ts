import {
  ArrayMaxSize,
  Describe,
  IsArray,
  IsLine,
  IsNullable,
  IsUUID,
  MaxLength,
  MinLength,
  NestedList,
  request,
} from '../kit/index.js';
import { MAX_PRODUCT_NAME, MAX_PRODUCT_VERSION } from '../limits.js';
import { access } from '../access.js';

export class ListLicenseApplications {
  @IsUUID() id: string;
}

export class LicensedApplication {
  @IsUUID() @Describe("The application's product.") id: string;
  @IsLine() @MaxLength(MAX_PRODUCT_NAME) name: string;
  @IsArray()
  @ArrayMaxSize(50)
  @IsLine({ each: true })
  @MinLength(1, { each: true })
  @MaxLength(MAX_PRODUCT_VERSION, { each: true })
  versions: string[];
  @IsNullable()
  @IsLine()
  @MaxLength(40)
  @Describe('The key file that activates it.')
  keyFile: string | null;
}

export class LicensedApplications {
  @NestedList(() => LicensedApplication, 100) items: LicensedApplication[];
}

export const listLicenseApplications = request({
  subject: 'rpc.licensing.application.list.v1',
  request: ListLicenseApplications,
  reply: LicensedApplications,
  summary: 'The applications that a license activates.',
  access: access.company(),
  idempotent: true,
});
