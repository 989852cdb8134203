import { ArrayMaxSize, Describe, IsArray, IsUUID, request } from '../kit/index.js';
import { access } from '../access.js';

export class SweepUploads {
  @IsArray()
  @ArrayMaxSize(100)
  @IsUUID('all', { each: true })
  @Describe('Expired uploads whose bytes are deleted by now.')
  deleted: string[];
}

export class ExpiredUploads {
  @IsArray()
  @ArrayMaxSize(100)
  @IsUUID('all', { each: true })
  @Describe('Expired uploads whose bytes are still to be deleted.')
  ids: string[];
}

/** Expired ids come again until they are reported as deleted, so that a crash between the two leaves no orphan. */
export const sweepUploads = request({
  subject: 'rpc.support.upload.sweep.v1',
  request: SweepUploads,
  reply: ExpiredUploads,
  summary: 'Forget deleted uploads; tell the next ones to delete.',
  access: access.service,
  idempotent: true,
});
