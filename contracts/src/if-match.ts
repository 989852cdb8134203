import {
  ArrayMaxSize,
  compose,
  IsArray,
  IsLine,
  IsOptional,
  Matches,
  MaxLength,
  MinLength,
} from './kit/index.js';

/** Further versions, where `If-Match` is a list: any of them may be the current one. */
export const IsOtherVersions = (): PropertyDecorator =>
  compose(
    IsOptional(),
    IsArray(),
    ArrayMaxSize(50),
    IsLine({ each: true }),
    MinLength(1, { each: true }),
    MaxLength(16, { each: true }),
    Matches(/^[0-9]+$/u, { each: true }),
  );
