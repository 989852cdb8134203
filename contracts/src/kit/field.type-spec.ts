import { Field } from './field.js';

/** Compiled by `npm run typecheck` alone: a wrong pair of a field and its property must not compile. */
export class Inner {
  @Field.flag() on: boolean;
}

export class Right {
  @Field.line({ max: 5 }) line: string;
  @Field.line({ max: 5, optional: true }) maybe?: string;
  @Field.line({ max: 5, nullable: true }) nothing: string | null;
  @Field.line({ max: 5, optional: true, nullable: true }) both?: string | null;
  @Field.oneOf(['a', 'b']) choice: 'a' | 'b';
  @Field.someOf(['a', 'b'], { maxItems: 2 }) choices: ('a' | 'b')[];
  @Field.consent() consent: true;
  @Field.object(() => Inner) inner: Inner;
  @Field.list(() => Inner, { maxItems: 2 }) inners: Inner[];
  @Field.json() json: Record<string, unknown>;
}

export class Wrong {
  // @ts-expect-error a line is no number
  @Field.line({ max: 5 }) type: number;
  // @ts-expect-error the property may be missing, the field may not
  @Field.line({ max: 5 }) optional?: string;
  // @ts-expect-error the field may be missing, the property may not
  @Field.line({ max: 5, optional: true }) required: string;
  // @ts-expect-error the field may be null, the property may not
  @Field.line({ max: 5, nullable: true }) notNull: string;
  // @ts-expect-error the property may be null, the field may not
  @Field.line({ max: 5 }) mayBeNull: string | null;
  // @ts-expect-error the property takes any text, the field two
  @Field.oneOf(['a', 'b']) wide: string;
  // @ts-expect-error the property takes one, the field two
  @Field.oneOf(['a', 'b']) narrow: 'a';
  // @ts-expect-error a consent is true
  @Field.consent() consent: boolean;
  // @ts-expect-error one is not a list
  @Field.list(() => Inner, { maxItems: 2 }) one: Inner;
  // @ts-expect-error another shape
  @Field.object(() => Inner) other: Right;
  // @ts-expect-error every text has a greatest length
  @Field.line({}) endless: string;
  // @ts-expect-error every list has a greatest length
  @Field.list(() => Inner, {}) many: Inner[];
}
