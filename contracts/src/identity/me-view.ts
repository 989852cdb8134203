import {
  ArrayMaxSize,
  Describe,
  IsArray,
  IsCountry,
  IsEmailAddress,
  IsIn,
  IsLanguageTag,
  IsLine,
  IsNullable,
  IsUUID,
  MaxLength,
  Nested,
} from '../kit/index.js';
import { MAX_COMPANY_NAME, MAX_PERSON_NAME } from '../limits.js';
import { rights, roles } from '../access.js';

export class MeCompany {
  @IsUUID() id: string;
  @IsLine() @MaxLength(MAX_COMPANY_NAME) name: string;
}

/** The person who asks, as the person sees it. */
export class MeView {
  @IsUUID() id: string;
  @IsEmailAddress() @Describe('As people read it: an international domain in Unicode.') email: string;
  @IsLine() @MaxLength(MAX_PERSON_NAME) firstName: string;
  @IsLine() @MaxLength(MAX_PERSON_NAME) lastName: string;
  @IsNullable() @IsCountry() country: string | null;
  @IsNullable() @IsLanguageTag() @Describe('null: not chosen yet.') language: string | null;
  @IsArray()
  @ArrayMaxSize(30)
  @IsIn(rights, { each: true })
  @Describe('The company rights in force.')
  rights: (typeof rights)[number][];
  @IsIn(roles) role: (typeof roles)[number];
  @IsNullable() @Nested(() => MeCompany) company: MeCompany | null;
}
