import {
  checkEnrollments,
  type CheckEnrollments,
  type EndedEnrollment,
  type EndedEnrollmentList,
} from '@tessera/contracts';
import { Database, Handles } from '@tessera/platform';

@Handles(checkEnrollments)
export class CheckEnrollmentsHandler {
  constructor(private readonly database: Database) {}

  async handle({ enrollments }: CheckEnrollments): Promise<EndedEnrollmentList> {
    const ended = await this.database.query<EndedEnrollment>(
      `select held.device_id as "deviceId", held.epoch,
              case when d.epoch = held.epoch and d.connected then 'DEVICE_QUARANTINED' else 'ENROLLMENT_ENDED' end as code
         from unnest($1::uuid[], $2::int[]) as held (device_id, epoch) left join device d on d.id = held.device_id
        where d.id is null or not d.connected or d.epoch <> held.epoch or d.quarantined_at is not null`,
      [enrollments.map((e) => e.deviceId), enrollments.map((e) => e.epoch)],
    );
    return { ended };
  }
}
