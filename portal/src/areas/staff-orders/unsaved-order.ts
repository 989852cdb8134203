import type { View } from '../../api/client.js';
import { readDraft, writeDraft } from '../../ui/form/drafts.js';

/**
 * An order whose codes have not been saved. Not the codes are kept, but what was ordered and its key: the API answers the same
 * order with the same key, to the same person, for a day with the same codes.
 */
export interface UnsavedOrder {
  key: string;
  body: View<'CreateOrder'>;
  product: string;
  orderNumber: string;
  at: number;
}

/** A little less than the API remembers a key, in milliseconds. */
const REPEATABLE_MS = 23 * 3_600_000;

const placeOf = (owner: string) => ({ owner, name: 'order/unsaved', lasting: true }) as const;

export function unsavedOrder(owner: string): UnsavedOrder | null {
  const kept = readDraft(placeOf(owner)) as UnsavedOrder | null;
  return kept && Date.now() - kept.at < REPEATABLE_MS ? kept : null;
}

export const keepOrder = (owner: string, order: UnsavedOrder): void => writeDraft(placeOf(owner), order);

export const orderIsSaved = (owner: string): void => writeDraft(placeOf(owner), undefined);
