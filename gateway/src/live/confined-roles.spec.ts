import { licenseAdded, requestAnswered, userChanged, type EventContract } from '@tessera/contracts';
import type { EventEnvelope, EventFeed } from '@tessera/platform';
import type { Sessions } from '../auth/sessions.js';
import { EventStreams } from './event-streams.js';

const actor = { userId: 'u1', companyId: 'c1', rights: [], sessionId: 's1' };
const about = (userId: string | null) =>
  ({ id: 'e1', companyId: 'c1', userId, data: { someId: 'x' } }) as unknown as EventEnvelope;

describe('live events of a person who was invited for a device alone', () => {
  const streams = new EventStreams(
    { add: () => undefined } as unknown as EventFeed,
    { onEnded: () => undefined, onChanged: () => undefined } as unknown as Sessions,
    { STREAMS_PER_PERSON: 1, STREAMS_PER_ADDRESS: 1 },
  );
  afterAll(() => streams.close());

  /** How many changes a person of this role receives, live and afterwards. */
  const changesFor = (role: string, contract: EventContract, userId: string | null) => {
    const texts: string[] = [];
    const listener = {
      actor: { ...actor, role },
      address: '192.0.2.1',
      renew: () => Promise.resolve(),
      write: (text: string) => void texts.push(text),
      pending: () => 0,
      end: () => undefined,
      destroy: () => undefined,
    };
    const remove = streams.add(listener);
    streams.event(contract, about(userId));
    remove();
    return texts.filter((t) => t.includes('event: change')).length;
  };

  it('tell of the own account, and not of the company', () => {
    expect(changesFor('device_member', userChanged, 'u1')).toBe(1);
    expect(changesFor('device_member', userChanged, 'u2')).toBe(0);
    expect(changesFor('device_member', licenseAdded, null)).toBe(0);
    expect(changesFor('device_member', licenseAdded, 'u1')).toBe(0);
    expect(changesFor('device_member', requestAnswered, 'u1')).toBe(0);
    expect(changesFor('member', licenseAdded, null)).toBe(1);
    expect(changesFor('member', requestAnswered, 'u1')).toBe(1);
  });
});
