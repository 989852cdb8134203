import { QueryObserver, type QueryClient } from '@tanstack/react-query';
import { makeQueryClient, refresh } from './queries.js';

describe('what changes refresh', () => {
  let client: QueryClient;
  beforeEach(() => {
    client = makeQueryClient();
    client.mount();
  });
  afterEach(() => {
    client.clear();
    client.unmount();
  });

  /** Somebody who looks at a query, and answers its requests by hand. */
  function watch(queryKey: string[], live?: string[]) {
    const asked: ((answer: string) => void)[] = [];
    const queryFn = () => new Promise<string>((resolve) => asked.push(resolve));
    const observer = new QueryObserver(client, { queryKey, queryFn, ...(live && { meta: { live } }) });
    observer.subscribe(() => undefined);
    const seen = () => observer.getCurrentResult().data;
    return { asked, seen };
  }
  const turn = () => new Promise((resolve) => setTimeout(resolve, 5));

  it('is fetched again: by the noun of its key or by what it names, and nothing else', async () => {
    const licenses = watch(['license', 'list']);
    const seats = watch(['overview'], ['seat']);
    const devices = watch(['device']);
    for (const one of [licenses, seats, devices]) one.asked[0]!('old');
    await turn();
    refresh(client, new Set(['license', 'seat']));
    await turn();
    expect([licenses, seats, devices].map((one) => one.asked.length)).toEqual([2, 2, 1]);
    refresh(client, 'everything');
    await turn();
    expect(devices.asked).toHaveLength(2);
  });

  it('is read once more when it was just being read for the first time', async () => {
    const licenses = watch(['license', 'list']);
    refresh(client, new Set(['license']));
    licenses.asked[0]!('of before the change');
    await turn();
    expect(licenses.asked).toHaveLength(2);
    licenses.asked[1]!('of after it');
    await turn();
    expect(licenses.seen()).toBe('of after it');
    expect(licenses.asked).toHaveLength(2);
  });
});
