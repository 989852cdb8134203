import { Empty } from '../empty.js';
import { IsInstant, IsLine, MaxLength, request } from '../kit/index.js';
import { access } from '../access.js';

export class Challenge {
  @IsLine() @MaxLength(200) challenge: string;
  @IsInstant() expiresAt: string;
}

export const makeChallenge = request({
  subject: 'rpc.devices.challenge.make.v1',
  request: Empty,
  reply: Challenge,
  summary: 'A nonce that a device signs to connect; valid once, for a minute.',
  access: access.anybody,
  idempotent: true,
});
