import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { api, ask, idempotent, type View } from '../../../api/client.js';
import { useTexts } from '../../../shell/i18n/use-texts.js';
import { useMe } from '../../../shell/session/session.js';
import { useForm } from '../../../ui/form/use-form.js';
import { useUploads } from '../uploads/use-uploads.js';
import { bodyOf, emptyDraft, type Draft } from './draft.js';
import { formQuery, type Choices } from './form-query.js';

export type NewRequest = ReturnType<typeof useNewRequest>;

/** The form of a new request: its values, the choices that follow from them, and its files. */
export function useNewRequest(first: Partial<Draft>, sent: (request: View<'RequestView'>) => void) {
  const t = useTexts('requests');
  const client = useQueryClient();
  // The rules for files are the same in every category, so that files stay when the category changes.
  const { data: rules } = useQuery(formQuery('portal'));
  const me = useMe();
  // One that continues another is another draft.
  const draft = { owner: me.id, name: `request/new/${first.previousNumber ?? ''}` };
  const uploads = useUploads(rules?.attachments, draft);
  const form = useForm<Draft>({
    // Without a company there is the portal alone to ask about.
    initial: { ...emptyDraft, ...first, ...(me.company ? {} : { category: 'portal' as const }) },
    draft,
    check: (values) => faultsOf(values, t),
    submit: async (values, key) => {
      if (uploads.open) return;
      const params = { header: idempotent(key) };
      const request = await ask(api.POST('/requests', { params, body: bodyOf(values, uploads.ids) }));
      await client.invalidateQueries({ queryKey: ['request'] });
      await client.invalidateQueries({ queryKey: ['request-form'] });
      uploads.reset();
      sent(request);
    },
  });
  const { category, productId } = form.values;
  const choices = useQuery(
    formQuery(category, category === 'technical' && productId ? productId : undefined),
  );

  // Other files make another request, which an earlier try must not stand for.
  const files = uploads.ids.join();
  useEffect(() => form.set({}), [files]);
  // A continued request names its product; the group follows from it.
  const group = choices.data && groupOf(choices.data, productId);
  useEffect(() => {
    if (group && form.values.productGroup !== group) form.set({ productGroup: group });
  }, [group]);
  return { form, choices, uploads };
}

const groupOf = (choices: Choices, productId: string): string | undefined =>
  choices.productGroups.find((group) => group.products.some((product) => product.id === productId))?.name;

function faultsOf(draft: Draft, t: (key: string) => string): Partial<Record<keyof Draft, string>> {
  const faults: Partial<Record<keyof Draft, string>> = {};
  if (draft.category === 'technical' && !draft.productId)
    faults[draft.productGroup ? 'productId' : 'productGroup'] = t('fault.product');
  if (draft.category === 'feedback' && !draft.feedbackType) faults.feedbackType = t('fault.feedback');
  if (draft.category === 'apns_certificate' && !draft.csr) faults.csr = t('fault.csr');
  if (!draft.subject.trim()) faults.subject = t('fault.subject');
  if (!draft.description.trim()) faults.description = t('fault.description');
  if (draft.critical && !draft.acceptCriticalTerms) faults.acceptCriticalTerms = t('fault.critical');
  return faults;
}
