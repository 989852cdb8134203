import { Field } from '../kit/index.js';
import { MAX_COMPANY_NAME, MAX_PERSON_NAME } from '../limits.js';
import { rights, roles } from './rights.js';

export class MeCompany {
  @Field.id() id: string;
  @Field.line({ max: MAX_COMPANY_NAME }) name: string;
}

/** The person who asks, as the person sees it. */
export class MeView {
  @Field.id() id: string;
  @Field.email({ description: 'As people read it: an international domain in Unicode.' }) email: string;
  @Field.line({ max: MAX_PERSON_NAME }) firstName: string;
  @Field.line({ max: MAX_PERSON_NAME }) lastName: string;
  @Field.country({ nullable: true }) country: string | null;
  @Field.language({ nullable: true, description: 'null: not chosen yet.' }) language: string | null;
  @Field.someOf(rights, { maxItems: 30, description: 'The company rights in force.' })
  rights: (typeof rights)[number][];
  @Field.oneOf(roles) role: (typeof roles)[number];
  @Field.object(() => MeCompany, { nullable: true }) company: MeCompany | null;
}
