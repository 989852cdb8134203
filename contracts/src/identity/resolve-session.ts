import {
  ArrayMaxSize,
  Describe,
  IsArray,
  IsBoolean,
  IsInstant,
  IsLanguageTag,
  IsLine,
  IsNullable,
  IsOptional,
  IsString,
  IsUUID,
  MaxLength,
  MinLength,
  request,
} from '../kit/index.js';
import { access } from '../access.js';

export class ResolveSession {
  @IsLine()
  @MaxLength(200)
  @Describe('What the cookie or the Authorization header carries.')
  credential: string;
  @IsOptional()
  @IsBoolean()
  @Describe('Whether this counts as use, which puts off the end of an idle session; true if left out.')
  touch?: boolean;
}

export class ResolvedSession {
  @IsString()
  @MaxLength(4096)
  @Describe('Signed token for the bus, valid for a few minutes.')
  actorToken: string;
  @IsInstant()
  @Describe('Until when the gateway may use the token without asking again.')
  useUntil: string;
  @IsUUID() sessionId: string;
  @IsUUID() userId: string;
  @IsNullable() @IsUUID() companyId: string | null;
  @IsLine() @MaxLength(30) role: string;
  @IsArray()
  @ArrayMaxSize(30)
  @IsLine({ each: true })
  @MinLength(1, { each: true })
  @MaxLength(40, { each: true })
  rights: string[];
  @IsNullable() @IsLanguageTag() language: string | null;
}

export const resolveSession = request({
  subject: 'rpc.identity.session.resolve.v1',
  request: ResolveSession,
  reply: ResolvedSession,
  summary: 'Turns a session, or an access token of a program, into a token for the bus.',
  access: access.service,
  idempotent: true,
});
