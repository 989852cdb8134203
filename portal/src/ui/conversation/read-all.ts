interface ListPage<Item> {
  items: Item[];
  nextCursor: string | null;
}

/** A conversation to its end, since the latest messages stand there and they are what one comes for. */
export async function readAll<Item>(
  read: (query: { limit: number; cursor?: string }) => Promise<ListPage<Item>>,
): Promise<Item[]> {
  const all: Item[] = [];
  for (let cursor: string | null | undefined; cursor !== null;) {
    const page: ListPage<Item> = await read({ limit: 100, ...(cursor ? { cursor } : {}) });
    all.push(...page.items);
    cursor = page.nextCursor;
  }
  return all;
}
