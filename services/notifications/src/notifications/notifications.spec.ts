import {
  listNotifications,
  passwordChanged,
  readAllNotifications,
  readNotification,
  userActivated,
} from '@tessera/contracts';
import { uuidv7 } from '@tessera/platform';
import { codeOf, eventually } from '@tessera/platform/testing';
import { World } from '../../test/factories.js';

describe('the notifications of a person', () => {
  let world: World;
  beforeAll(async () => (world = await World.start()));
  afterAll(() => world.stop());

  /** A person with so many notifications. */
  async function reader(count: number) {
    const { userId, companyId } = world.person();
    const actor = world.service.identity.actor({ userId, companyId });
    for (let i = 0; i < count; i++) await world.service.publish(userActivated, { userId, companyId });
    const list = (input: object = {}) => world.service.ask(listNotifications, input, actor);
    await eventually(async () => expect((await list({ limit: 100 })).items).toHaveLength(count));
    return { actor, list };
  }

  it('are listed page by page, the newest first', async () => {
    const { list } = await reader(5);
    const pages = [];
    for (let cursor: string | null = ''; cursor !== null;) {
      const page: Awaited<ReturnType<typeof list>> = await list({ limit: 2, ...(cursor ? { cursor } : {}) });
      pages.push(page.items.map((n) => n.id));
      cursor = page.nextCursor;
    }
    expect(pages.map((p) => p.length)).toEqual([2, 2, 1]);
    expect(pages.flat()).toEqual([...new Set(pages.flat())].sort().reverse());
  });

  it('are marked as read one by one, and all at once', async () => {
    const { actor, list } = await reader(3);
    const [first] = (await list()).items;
    await world.service.ask(readNotification, { id: first!.id }, actor);
    const [read] = (await list({ unread: false })).items;
    expect(read).toMatchObject({ id: first!.id, readAt: expect.any(String) });
    expect((await list({ unread: true })).items).toHaveLength(2);
    await world.service.ask(readNotification, { id: first!.id }, actor);
    expect((await list({ unread: false })).items).toEqual([read]);
    await world.service.ask(readAllNotifications, {}, actor);
    expect((await list({ unread: true })).items).toEqual([]);
    expect((await list()).items).toHaveLength(3);
  });

  it('of another person are as unknown as a random id', async () => {
    const { list } = await reader(1);
    const other = await reader(0);
    const [mine] = (await list()).items;
    for (const id of [mine!.id, uuidv7()]) {
      expect(await codeOf(world.service.ask(readNotification, { id }, other.actor))).toBe('NOT_FOUND');
    }
    await world.service.ask(readAllNotifications, {}, other.actor);
    expect((await list()).items).toEqual([mine]);
  });

  it('of a company are hidden from people who have left it', async () => {
    const { actor } = await reader(1);
    await world.service.publish(passwordChanged, { userId: actor.userId });
    const moved = { ...actor, companyId: uuidv7() };
    const kinds = await eventually(async () => {
      const { items } = await world.service.ask(listNotifications, {}, moved);
      expect(items).not.toHaveLength(0);
      return items.map((n) => n.kind);
    });
    expect(kinds).toEqual(['password_changed']);
  });

  it('take no cursor of another list', async () => {
    const { list } = await reader(2);
    const { nextCursor } = await list({ limit: 1 });
    const other = await reader(2);
    const theirs = await other.list({ limit: 1 });
    const refused = [
      { cursor: theirs.nextCursor! },
      { cursor: nextCursor!, unread: true },
      { cursor: `${nextCursor!.slice(0, -4)}AAAA` },
      { cursor: 'x' },
      { limit: 0 },
      { limit: 101 },
    ];
    for (const input of refused)
      expect([input, await codeOf(list(input))]).toEqual([input, 'VALIDATION_FAILED']);
  });

  it('need a signed-in person', async () => {
    expect(await codeOf(world.service.ask(listNotifications, {}, null))).toBe('UNAUTHENTICATED');
    expect(await codeOf(world.service.ask(readNotification, { id: uuidv7() }, null))).toBe('UNAUTHENTICATED');
    expect(await codeOf(world.service.ask(readAllNotifications, {}, null))).toBe('UNAUTHENTICATED');
  });
});
