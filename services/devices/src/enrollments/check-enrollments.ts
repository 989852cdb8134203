import { checkEnrollments, type CheckEnrollments, type EndedEnrollmentList } from '@tessera/contracts';
import { Database, Handles } from '@tessera/platform';
import { DevicesAcrossCompanies } from '../devices/devices-across-companies.repository.js';

@Handles(checkEnrollments)
export class CheckEnrollmentsHandler {
  constructor(
    private readonly database: Database,
    private readonly allDevices: DevicesAcrossCompanies,
  ) {}

  async handle({ enrollments }: CheckEnrollments): Promise<EndedEnrollmentList> {
    return { ended: await this.allDevices.endedEnrollments(enrollments, this.database) };
  }
}
