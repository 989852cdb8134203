import { useInfiniteQuery, type QueryClient, type QueryMeta } from '@tanstack/react-query';

export interface Page<Item> {
  items: Item[];
  nextCursor: string | null;
}

/** Where the rows of a list come from: `read` asks the API for a page of them, the first without a cursor. */
export interface ListSource<Item> {
  key: readonly unknown[];
  read: (cursor: string | undefined) => Promise<Page<Item>>;
  meta?: QueryMeta;
}

/**
 * A list of the API with its cursors: `useList({ key: ['license', filters], read: (cursor) => ask(api.GET('/licenses',
 * { params: { query: { ...filters, cursor } } })) })`. Shown with QueryView, DataTable and LoadMore.
 */
export function useList<Item>(options: ListSource<Item> & { enabled?: boolean }) {
  const query = useInfiniteQuery({
    ...queryOf(options),
    getNextPageParam: (page) => page.nextCursor ?? undefined,
    // That there is nothing is true of those filters alone.
    placeholderData: (before) => (before?.pages.some(({ items }) => items.length > 0) ? before : undefined),
    ...(options.enabled === undefined ? {} : { enabled: options.enabled }),
  });
  return {
    data: query.data?.pages.flatMap((page) => page.items),
    error: query.error,
    refetch: query.refetch,
    /** Shown are rows of other filters, until those of the new ones have come. */
    stale: query.isPlaceholderData,
    more: query.hasNextPage ? () => void query.fetchNextPage() : null,
    loadingMore: query.isFetchingNextPage,
  };
}

/** Begins to read a list that will be shown; should it fail, who shows it asks again. */
export const prefetchList = <Item>(client: QueryClient, source: ListSource<Item>): void =>
  void client.prefetchInfiniteQuery(queryOf(source));

const queryOf = <Item>({ key, read, meta }: ListSource<Item>) => ({
  queryKey: key,
  queryFn: ({ pageParam }: { pageParam: string | undefined }) => read(pageParam),
  initialPageParam: undefined as string | undefined,
  ...(meta ? { meta } : {}),
});
