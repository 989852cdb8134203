import { Describe, IsLine, IsOptional, IsUUID, MaxLength, request } from '../kit/index.js';
import { access } from '../access.js';

export class EndActivation {
  @IsUUID() id: string;
  @IsOptional()
  @IsLine()
  @MaxLength(200)
  @Describe('The activation token, from the Authorization header.')
  token?: string;
}

export const endActivation = request({
  subject: 'rpc.licensing.activation.end.v1',
  request: EndActivation,
  reply: null,
  errors: { TOKEN_REPLACED: 'unauthenticated' },
  summary: 'Deactivate an application; the seat is free when the device has no other one.',
  access: access.anybody,
});
