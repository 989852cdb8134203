import { Skeleton, Stack } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTexts } from '../shell/i18n/use-texts.js';
import { ProblemNotice } from './problem-notice.js';

/** As much of a query's result as is needed: `useQuery` and `useList` both fit. */
export interface Loading<Data> {
  data: Data | undefined;
  error: unknown;
  refetch: () => unknown;
}

interface QueryViewProps<Data> {
  query: Loading<Data>;
  /** When there is nothing to show: which data those are, and what is said then, mostly an `<Empty>`. */
  isEmpty?: (data: Data) => boolean;
  empty?: ReactNode;
  children: (data: Data) => ReactNode;
}

/** Loading, failed, empty, or the data. Data that are already there stay when a refresh fails. */
export function QueryView<Data>({ query, isEmpty, empty, children }: QueryViewProps<Data>) {
  const t = useTexts('ui');
  if (query.data === undefined) {
    if (query.error) return <ProblemNotice error={query.error} retry={() => void query.refetch()} />;
    return (
      <Stack gap="sm" role="status" aria-label={t('loading')}>
        {[0, 1, 2].map((line) => (
          <Skeleton key={line} height={28} radius="md" />
        ))}
      </Stack>
    );
  }
  if (empty && isEmpty?.(query.data)) return <>{empty}</>;
  return <>{children(query.data)}</>;
}
