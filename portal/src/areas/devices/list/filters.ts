import { useAddressQuery } from '../../../ui/use-address-query.js';

export const choices = ['protected', 'attention', 'problem', 'busy', 'unknown', 'disconnected'] as const;
export type Choice = (typeof choices)[number];

export interface Filters {
  search: string;
  /** null: every device that is connected. */
  choice: Choice | null;
}

/** As the API takes them. */
export const toQuery = ({ search, choice }: Filters) => ({
  ...(search ? { search } : {}),
  ...(choice === 'disconnected' ? { connected: false } : choice ? { status: choice } : {}),
});

const isChoice = (text: string | null): text is Choice => choices.some((choice) => choice === text);

/** In the address. */
export function useFilters(): [Filters, (filters: Filters) => void] {
  const [query, setQuery] = useAddressQuery();
  const choice = query.get('show');
  const filters = { search: query.get('search') ?? '', choice: isChoice(choice) ? choice : null };
  const change = (next: Filters) =>
    setQuery({
      ...(next.search ? { search: next.search } : {}),
      ...(next.choice ? { show: next.choice } : {}),
    });
  return [filters, change];
}
