import { signIn, signOut } from '@tessera/contracts';
import { Refusal, uuidv7 } from '@tessera/platform';
import { EdgeWorld } from './edge-world.js';

const END = '2030-01-02T03:04:05.000Z';
const credentials = { email: 'a@acme.example', password: 'correct horse' };
const user = {
  id: uuidv7(),
  email: 'a@acme.example',
  firstName: 'A',
  lastName: 'B',
  country: 'DE',
  language: null,
  rights: [],
  role: 'owner' as const,
  company: null,
};

const session = {
  sessionToken: 'session-1',
  refreshToken: 'refresh-1',
  accessToken: 'access-1',
  expiresAt: END,
  accessExpiresAt: END,
  knownDevice: 'device-1',
  user,
};

describe.each([
  ['http://localhost:8080', 'sid', 'browser', false],
  ['https://tessera.example', '__Host-sid', '__Host-browser', true],
])('sign-in and sign-out under %s', (origin, sessionName, deviceName, secure) => {
  let edge: EdgeWorld;
  let asked: ReturnType<typeof edge.answers<typeof signIn>>;

  beforeAll(async () => {
    edge = await EdgeWorld.start({ PUBLIC_URL: origin });
    asked = edge.answers(signIn, ({ password }) => {
      if (password !== credentials.password) throw new Refusal('CREDENTIALS_REJECTED');
      return session;
    });
    edge.answers(signOut, () => null as never);
  });
  beforeEach(() => void (asked.length = 0));
  afterAll(() => edge.stop());

  const cookiesOf = (headers: Record<string, unknown>): string[] =>
    (headers['set-cookie'] as string[] | undefined) ?? [];

  it('sets two cookies that no script reads, and shows a page no token', async () => {
    const answer = await edge.send('post', '/auth/sign-in').set('origin', origin).send(credentials);
    expect(answer.status).toBe(200);
    expect(answer.body).toEqual({ user, expiresAt: END });
    const cookies = cookiesOf(answer.headers);
    expect(cookies.map((one) => one.split(';')[0])).toEqual([
      `${sessionName}=session-1`,
      `${deviceName}=device-1`,
    ]);
    for (const cookie of cookies) {
      const attributes = cookie.split('; ').slice(1);
      expect(attributes).toEqual(expect.arrayContaining(['Path=/', 'HttpOnly', 'SameSite=Lax']));
      expect(attributes.includes('Secure')).toBe(secure);
      expect(cookie).not.toContain('Domain');
    }
    expect(cookies[0]).toContain(`Expires=${new Date(END).toUTCString()}`);
  });

  it('passes the cookies of a browser on to identity, and gives a program its tokens', async () => {
    const answer = await edge
      .send('post', '/auth/sign-in')
      .set('cookie', `${sessionName}=before; ${deviceName}=known`)
      .send(credentials);
    expect(asked.map(({ input }) => input)).toEqual([
      { ...credentials, replaces: 'before', knownDevice: 'known', program: true },
    ]);
    expect(answer.body).toMatchObject({ accessToken: 'access-1', refreshToken: 'refresh-1' });
  });

  it('sets no cookie when the sign-in is refused', async () => {
    const answer = await edge
      .send('post', '/auth/sign-in')
      .set('origin', origin)
      .send({ ...credentials, password: 'wrong' });
    expect([answer.status, answer.body.code]).toEqual([401, 'CREDENTIALS_REJECTED']);
    expect(cookiesOf(answer.headers)).toEqual([]);
  });

  it('clears the session’s cookie at sign-out, with the attributes that it was set with', async () => {
    const answer = await edge
      .send('post', '/auth/sign-out')
      .set('origin', origin)
      .set('cookie', `${sessionName}=${edge.world.person().credential}`);
    expect(answer.status).toBe(204);
    const [cookie, ...others] = cookiesOf(answer.headers);
    expect(others).toEqual([]);
    expect(cookie).toMatch(new RegExp(`^${sessionName}=;`));
    expect(cookie).toContain('Expires=Thu, 01 Jan 1970 00:00:00 GMT');
    expect(cookie!.includes('Secure')).toBe(secure);
  });
});
