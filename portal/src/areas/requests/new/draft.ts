import type { View } from '../../../api/client.js';
import type { Category } from './form-query.js';

/** What the form holds; '' is "not chosen". */
export interface Draft extends Record<string, unknown> {
  category: Category;
  productGroup: string;
  productId: string;
  productVersion: string;
  level: 'standard' | 'premium';
  osVersion: string;
  type: string;
  subtype: string;
  subject: string;
  description: string;
  critical: boolean;
  acceptCriticalTerms: boolean;
  previousNumber: string;
  feedbackType: '' | 'thanks' | 'complaint';
  relatedRequestId: string;
  csr: string;
}

export const emptyDraft: Draft = {
  category: 'technical',
  productGroup: '',
  productId: '',
  productVersion: '',
  level: 'standard',
  osVersion: '',
  type: '',
  subtype: '',
  subject: '',
  description: '',
  critical: false,
  acceptCriticalTerms: false,
  previousNumber: '',
  feedbackType: '',
  relatedRequestId: '',
  csr: '',
};

/** Only fields that belong to the category: the API refuses others. */
export function bodyOf(draft: Draft, attachmentIds: string[]): View<'CreateRequest'> {
  const { category, subject, description, previousNumber } = draft;
  return {
    category,
    subject: subject.trim(),
    description,
    ...filled({ previousNumber: previousNumber.trim() }),
    ...(attachmentIds.length ? { attachmentIds } : {}),
    ...(category === 'technical' ? technical(draft) : {}),
    ...(category === 'feedback' ? feedback(draft) : {}),
    ...(category === 'apns_certificate' ? { csr: draft.csr } : {}),
  };
}

function technical({ productId, productVersion, osVersion, type, subtype, level, critical, ...rest }: Draft) {
  return {
    productId,
    level,
    ...filled({ productVersion, osVersion: osVersion.trim(), type, subtype }),
    ...(critical ? { critical, acceptCriticalTerms: rest.acceptCriticalTerms } : {}),
  };
}

const feedback = ({ feedbackType, relatedRequestId }: Draft) => ({
  ...(feedbackType ? { feedbackType } : {}),
  ...filled({ relatedRequestId }),
});

const filled = <T extends Record<string, string>>(values: T): Partial<T> =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== '')) as Partial<T>;
