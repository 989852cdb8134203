import { ArrayMaxSize, Describe, IsArray, IsUUID, request } from '../kit/index.js';
import { access } from '../access.js';

export class ReportPresence {
  @IsArray()
  @ArrayMaxSize(1000)
  @IsUUID('all', { each: true })
  @Describe('Connected, or checked in since the last report.')
  present: string[];
  @IsArray()
  @ArrayMaxSize(1000)
  @IsUUID('all', { each: true })
  @Describe('Their socket is closed.')
  gone: string[];
}

export const reportPresence = request({
  subject: 'rpc.devices.presence.report.v1',
  request: ReportPresence,
  reply: null,
  summary: 'Which devices a gateway sees, in batches; each is leased for 45 seconds.',
  access: access.service,
  idempotent: true,
});
