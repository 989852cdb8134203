import { commandChanged, deviceChanged, type EventContract } from '@tessera/contracts';
import type { EventEnvelope, EventFeed } from '@tessera/platform';
import type { Sessions } from '../auth/sessions.js';
import { EventStreams } from './event-streams.js';

describe('the ids of a live event', () => {
  const streams = new EventStreams(
    { add: () => undefined } as unknown as EventFeed,
    { onEnded: () => undefined, onChanged: () => undefined } as unknown as Sessions,
    { STREAMS_PER_PERSON: 1, STREAMS_PER_ADDRESS: 1 },
  );
  afterAll(() => streams.close());

  const idsSent = (contract: EventContract, data: object): unknown => {
    const texts: string[] = [];
    const remove = streams.add({
      actor: { userId: 'u1', companyId: 'c1', role: 'member', rights: [], sessionId: 's1' } as never,
      address: '192.0.2.1',
      renew: () => Promise.resolve(),
      write: (text) => void texts.push(text),
      pending: () => 0,
      end: () => undefined,
      destroy: () => undefined,
    });
    streams.event(contract, { id: 'e1', companyId: 'c1', userId: null, data } as unknown as EventEnvelope);
    remove();
    return JSON.parse(/^data: (.*)$/m.exec(texts.at(-1)!)![1]!);
  };

  it('are those that its contract names, and nothing else of its payload', () => {
    const command = { commandId: 'k1', deviceId: 'd1', deviceName: 'Laptop', kind: 'alarm', userId: 'u2' };
    expect(idsSent(commandChanged, command)).toEqual({
      kind: 'command.changed',
      ids: { commandId: 'k1', deviceId: 'd1', userId: 'u2' },
    });
    expect(idsSent(deviceChanged, { deviceId: 'd1', secretId: 'x' })).toEqual({
      kind: 'device.changed',
      ids: { deviceId: 'd1' },
    });
  });
});
