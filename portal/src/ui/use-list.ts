import { useInfiniteQuery, type QueryMeta } from '@tanstack/react-query';

interface Page<Item> {
  items: Item[];
  nextCursor: string | null;
}

/**
 * A list of the API with its cursors: `useList({ key: ['license', filters], read: (cursor) => ask(api.GET('/licenses',
 * { params: { query: { ...filters, cursor } } })) })`. Shown with QueryView, DataTable and LoadMore.
 */
export function useList<Item>(options: {
  key: readonly unknown[];
  read: (cursor: string | undefined) => Promise<Page<Item>>;
  meta?: QueryMeta;
  enabled?: boolean;
}) {
  const query = useInfiniteQuery({
    queryKey: options.key,
    queryFn: ({ pageParam }) => options.read(pageParam),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
    // That there is nothing is true of those filters alone.
    placeholderData: (before) => (before?.pages.some(({ items }) => items.length > 0) ? before : undefined),
    ...(options.meta ? { meta: options.meta } : {}),
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
