import { companyFounded, licenseAdded, sessionRevoked, userChanged } from '@tessera/contracts';
import { uuidv7 } from '@tessera/platform';
import { eventually } from '@tessera/platform/testing';
import { GatewayWorld, type Person } from '../../test/gateway-world.js';

/** Reads a stream as it comes. */
class Reader {
  text = '';
  ended = false;
  private readonly controller = new AbortController();

  static async open(world: GatewayWorld, as: Person): Promise<Reader> {
    const reader = new Reader();
    const response = await world.fetch('/events', { as, signal: reader.controller.signal });
    expect(response.status).toBe(200);
    void reader.read(response).catch(() => undefined);
    await eventually(() => expect(reader.text).toContain('event: hello'));
    return reader;
  }

  private async read(response: Response): Promise<void> {
    const decoder = new TextDecoder();
    for await (const chunk of response.body!) this.text += decoder.decode(chunk as Uint8Array);
    this.ended = true;
  }

  close(): void {
    this.controller.abort();
  }
}

describe('an event stream', () => {
  let world: GatewayWorld;
  const readers: Reader[] = [];
  beforeAll(async () => void (world = await GatewayWorld.start()));
  afterEach(() => readers.splice(0).forEach((reader) => reader.close()));
  afterAll(() => world.stop());

  async function open(as: Person): Promise<Reader> {
    const reader = await Reader.open(world, as);
    readers.push(reader);
    return reader;
  }
  const ofPerson = (person: Person) =>
    world.asked.filter(({ credential }) => credential === person.credential);

  it('does not extend its session, and ends when that does', async () => {
    const person = world.person({ useFor: 50 });
    const stream = await open(person);
    // It asks again and again, since nothing is believed for long here.
    await eventually(() => expect(ofPerson(person).length).toBeGreaterThanOrEqual(3));
    const [opened, ...rechecks] = ofPerson(person);
    expect(opened).toEqual({ credential: person.credential });
    expect(rechecks.every(({ touch }) => touch === false)).toBe(true);
    expect(stream.ended).toBe(false);
    world.forget(person);
    await eventually(() => expect(stream.ended).toBe(true));
  });

  it('does not hide from identity that the session is in use', async () => {
    const person = world.person({ useFor: 60_000 });
    await open(person);
    await world.emit(userChanged, { userId: person.userId }, { userId: person.userId });
    // The stream has resolved the session, so it is cached; but no request has used it.
    await eventually(() => expect(ofPerson(person).at(-1)).toMatchObject({ touch: false }));
    await world.fetch('/events', { method: 'HEAD', as: person });
    expect(ofPerson(person).at(-1)).toEqual({ credential: person.credential });
    const asked = ofPerson(person).length;
    await world.fetch('/events', { method: 'HEAD', as: person });
    expect(ofPerson(person)).toHaveLength(asked);
  });

  it('ends at once when the session is revoked', async () => {
    const [person, other] = [world.person(), world.person()];
    const [stream, another] = [await open(person), await open(other)];
    await world.emit(sessionRevoked, { userId: person.userId, sessionId: person.sessionId });
    await eventually(() => expect(stream.ended).toBe(true));
    expect(another.ended).toBe(false);
  });

  it.each([
    [
      'a person',
      (p: Person) =>
        world.emit(userChanged, { userId: p.userId }, { userId: p.userId, companyId: p.companyId }),
    ],
    [
      'a company',
      (p: Person) =>
        world.emit(
          companyFounded,
          { companyId: p.companyId!, name: 'x', country: 'DE', ownerId: uuidv7() },
          { companyId: p.companyId },
        ),
    ],
  ])('goes by the new rights as soon as identity says something of %s', async (_whom, say) => {
    const company = uuidv7();
    const person = world.person({ companyId: company });
    const stream = await open(person);
    const added = (companyId: string) => {
      const licenseId = uuidv7();
      return world.emit(licenseAdded, license(licenseId), { companyId }).then(() => licenseId);
    };
    const before = await added(company);
    await eventually(() => expect(stream.text).toContain(before));
    // Moved to another company.
    const asked = ofPerson(person).length;
    const old = { ...person };
    person.companyId = uuidv7();
    await say(old);
    await eventually(() => expect(ofPerson(person).length).toBeGreaterThan(asked));
    const ours: string[] = [];
    await eventually(async () => {
      ours.push(await added(person.companyId!));
      expect(ours.some((id) => stream.text.includes(id))).toBe(true);
    });
    const theirs = await added(company);
    const marker = await added(person.companyId!);
    await eventually(() => expect(stream.text).toContain(marker));
    expect(stream.text).not.toContain(theirs);
  });
});

const license = (licenseId: string) => ({
  licenseId,
  userId: uuidv7(),
  productName: 'x',
  serialNumber: 'x',
  expiresAt: '2030-01-01T00:00:00Z',
  atRegistration: false,
});
