import { queryOptions } from '@tanstack/react-query';
import { api, ask, type View } from '../../../api/client.js';

export type Choices = View<'RequestForm'>;
export type Category = Choices['category'];

/** The choices of the form; licenses decide which products there are. */
export const formQuery = (category: Category, product?: string) =>
  queryOptions({
    queryKey: ['request-form', category, product ?? null],
    queryFn: () => {
      const query = { category, ...(product ? { product } : {}) };
      return ask(api.GET('/request-form', { params: { query } }));
    },
    placeholderData: (before) => (before?.category === category ? before : undefined),
    meta: { live: ['license'] },
  });
