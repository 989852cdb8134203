import type { CreateRequest, RequestCategory } from '@tessera/contracts';
import { refuse } from '@tessera/platform';
import { requestTypes } from '../request-form/request-types.js';

/** Fields that a category needs beyond subject and description. The CSR has its own code. */
const needed: Partial<Record<RequestCategory, (keyof CreateRequest)[]>> = {
  technical: ['productId'],
  feedback: ['feedbackType'],
};
/** Fields that mean something in one category only. */
const only: Partial<Record<keyof CreateRequest, RequestCategory>> = {
  productId: 'technical',
  productVersion: 'technical',
  osVersion: 'technical',
  type: 'technical',
  subtype: 'technical',
  feedbackType: 'feedback',
  relatedRequestId: 'feedback',
  csr: 'apns_certificate',
};

/** @throws Refusal VALIDATION_FAILED with everything that does not fit the category */
export function requireFields(input: CreateRequest): void {
  const errors = [
    ...(needed[input.category] ?? [])
      .filter((field) => input[field] === undefined)
      .map((field) => ({ field, code: 'REQUIRED', detail: `is required for ${input.category}` })),
    ...Object.entries(only)
      .filter(
        ([field, category]) =>
          input[field as keyof CreateRequest] !== undefined && category !== input.category,
      )
      .map(([field]) => ({ field, code: 'NOT_ALLOWED', detail: `does not belong to ${input.category}` })),
    ...wrongType(input).map((field) => ({
      field,
      code: 'NOT_ALLOWED',
      detail: 'is not in the request form',
    })),
    ...(input.subject.trim() ? [] : [{ field: 'subject', code: 'TOO_SHORT', detail: 'must not be blank' }]),
    ...(input.description.trim()
      ? []
      : [{ field: 'description', code: 'TOO_SHORT', detail: 'must not be blank' }]),
  ];
  if (errors.length) refuse('VALIDATION_FAILED', { errors });
}

function wrongType({ type, subtype }: CreateRequest): string[] {
  const subtypes = type !== undefined && Object.hasOwn(requestTypes, type) ? requestTypes[type]! : null;
  return [
    ...(type !== undefined && !subtypes ? ['type'] : []),
    ...(subtype !== undefined && !subtypes?.includes(subtype) ? ['subtype'] : []),
  ];
}
