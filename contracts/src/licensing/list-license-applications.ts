import { Field, request } from '../kit/index.js';
import { MAX_PRODUCT_NAME, MAX_PRODUCT_VERSION } from '../limits.js';
import { access } from '../identity/rights.js';

export class ListLicenseApplications {
  @Field.id() id: string;
}

export class LicensedApplication {
  @Field.id({ description: "The application's product." }) id: string;
  @Field.line({ max: MAX_PRODUCT_NAME }) name: string;
  @Field.texts({ max: MAX_PRODUCT_VERSION, maxItems: 50 }) versions: string[];
  @Field.line({ max: 40, nullable: true, description: 'The key file that activates it.' })
  keyFile: string | null;
}

export class LicensedApplications {
  @Field.list(() => LicensedApplication, { maxItems: 100 }) items: LicensedApplication[];
}

export const listLicenseApplications = request({
  subject: 'rpc.licensing.application.list.v1',
  request: ListLicenseApplications,
  reply: LicensedApplications,
  summary: 'The applications that a license activates.',
  access: access.company(),
  idempotent: true,
});
