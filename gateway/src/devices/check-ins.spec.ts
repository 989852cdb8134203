import {
  commandQueued,
  deviceChanged,
  deviceDisconnected,
  type DeviceSession,
  type EventContract,
  type SyncDevice,
  type SyncReply,
} from '@tessera/contracts';
import { RequestContext, uuidv7, type Bus, type EventFeed } from '@tessera/platform';
import { CheckIns } from './check-ins.js';
import type { PresenceReports } from './presence-reports.js';

const deviceId = uuidv7();
const command = { payload: '{}', signature: 'A'.repeat(86), keyId: 'k' };

/** The devices service, as far as a check-in sees it. */
class DevicesService {
  asked = 0;
  commands: (typeof command)[] = [];
  meanwhile: () => void = () => undefined;

  ask(): Promise<SyncReply> {
    this.asked++;
    const reply = {
      deviceId,
      commands: this.commands,
      serverTime: new Date().toISOString(),
      nextInterval: 30,
    };
    this.meanwhile();
    return Promise.resolve(reply);
  }
}

describe('POST /agent/sync at the gateway', () => {
  let service: DevicesService;
  let checkIns: CheckIns;
  let seen: string[];

  beforeEach(() => {
    service = new DevicesService();
    seen = [];
    const presence = { recordCheckIn: (id: string) => seen.push(id) } as unknown as PresenceReports;
    checkIns = new CheckIns(
      service as unknown as Bus,
      { add: () => undefined } as unknown as EventFeed,
      presence,
    );
  });

  const sync = (news: Partial<SyncDevice> = {}) =>
    checkIns.sync({ token: 't', ...news }, new RequestContext({}));
  const tell = (contract: unknown, id = deviceId) =>
    checkIns.event(contract as EventContract, { data: { deviceId: id } } as never);

  it('answers a check-in with nothing to do from memory, and reports the device as seen', async () => {
    await sync();
    for (let i = 0; i < 5; i++) expect(await sync()).toMatchObject({ deviceId, commands: [] });
    expect(service.asked).toBe(1);
    expect(seen).toHaveLength(6);
  });

  it('asks the service when the device has something to say', async () => {
    await sync();
    await sync({ report: {} });
    await sync({ apps: [] });
    await sync({ commands: [{ id: uuidv7(), state: 'running' }] });
    expect(service.asked).toBe(4);
  });

  it.each([
    ['a command is queued', commandQueued, 2],
    ['the device is disconnected', deviceDisconnected, 2],
    ['its status changes', deviceChanged, 1],
  ])('after %s', async (_what, contract, asked) => {
    await sync();
    tell(contract);
    await sync();
    expect(service.asked).toBe(asked);
  });

  it('goes on from memory after an event about another device', async () => {
    await sync();
    tell(commandQueued, uuidv7());
    await sync();
    expect(service.asked).toBe(1);
  });

  it('keeps no reply that may be older than an event', async () => {
    service.meanwhile = () => tell(commandQueued);
    await sync();
    service.meanwhile = () => undefined;
    await sync();
    expect(service.asked).toBe(2);
  });

  it('keeps no reply over a gap in the bus, before or during the question', async () => {
    await sync();
    checkIns.gap();
    service.meanwhile = () => checkIns.gap();
    await sync();
    service.meanwhile = () => undefined;
    await sync();
    expect(service.asked).toBe(3);
  });

  it('asks again while commands wait for an answer', async () => {
    service.commands = [command];
    await sync();
    expect((await sync()).commands).toHaveLength(1);
    expect(service.asked).toBe(2);
  });

  it('forgets the token of a session when a new one is opened', async () => {
    await sync();
    await checkIns.opened(Promise.resolve({ deviceId } as DeviceSession));
    await sync();
    expect(service.asked).toBe(2);
  });

  it('answers a device that only says what time it is from memory', async () => {
    await sync();
    await sync({ clock: new Date().toISOString() });
    expect(service.asked).toBe(1);
  });

  it('answers only tokens that the service has accepted', async () => {
    await sync();
    await sync({ token: 'another' });
    expect(service.asked).toBe(2);
  });

  it('varies the interval', async () => {
    const intervals = new Set<number>();
    for (let i = 0; i < 40; i++) intervals.add((await sync()).nextInterval);
    expect(Math.min(...intervals)).toBeGreaterThanOrEqual(27);
    expect(Math.max(...intervals)).toBeLessThanOrEqual(33);
    expect(intervals.size).toBeGreaterThan(1);
  });
});
