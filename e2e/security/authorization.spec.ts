import type { Api } from '../../tools/world/api.mjs';
import { World } from '../world/world.js';
import { castOf, type Cast, type Person } from './cast.js';
import { exampleOf, operationsOf, type Operation } from './operations.js';

/**
 * What somebody may do who was invited for a device alone (CON-08). By hand, and not from the contracts: whoever opens a
 * route to such a person says so here too.
 */
const forDeviceMembers = [
  'GET /me',
  'PATCH /me',
  'POST /auth/sign-out',
  'GET /events',
  'GET /notifications',
  'POST /notifications/read-all',
  'POST /notifications/{id}/read',
];

/** These change who the person is; everything else comes before. */
const last = ['POST /company', 'POST /auth/sign-out'];

type Verdict = 'in' | 'UNAUTHENTICATED' | 'COMPANY_REQUIRED' | 'RIGHT_MISSING' | 'NOT_FOUND';

interface Seen {
  status: number;
  code: string | undefined;
}

const nameOf = (o: Operation) => `${o.method} ${o.path}`;

/** What must happen, by what the contract declares. */
function expected(o: Operation, person: Person): Verdict {
  const access = o.access!;
  if (access.who === 'public') return 'in';
  if (!person.role) return 'UNAUTHENTICATED';
  if (access.who === 'staff') return access.roles.includes(person.role) ? 'in' : 'NOT_FOUND';
  if (access.who === 'customer' && !person.company && person.role !== 'none') return 'COMPANY_REQUIRED';
  if (access.who === 'company' && !person.company) return 'COMPANY_REQUIRED';
  if (person.role === 'device_member') return forDeviceMembers.includes(nameOf(o)) ? 'in' : 'RIGHT_MISSING';
  if (access.who === 'company' && access.right && !person.rights.includes(access.right))
    return 'RIGHT_MISSING';
  return 'in';
}

/** Every route, as everybody: roles, each single right, another company, the vendor's side. */
describe('authorization', () => {
  let world: World;
  let cast: Cast;
  let operations: Operation[];

  beforeAll(async () => {
    world = await World.start({ IDENTITY__REGISTRATIONS_PER_ADDRESS_HOUR: '1000' });
    cast = await castOf(world);
    operations = await operationsOf(world.api());
  });
  afterAll(() => world?.stop());

  const tus = {
    'tus-resumable': '1.0.0',
    'upload-length': '1',
    'upload-metadata': 'filename eA==,acceptDataStatement dHJ1ZQ==',
    'upload-offset': '0',
  };

  /** One request with nothing wrong about it but, perhaps, who sends it. */
  const send = async (api: Api, o: Operation, path: string): Promise<Seen> => {
    const body = o.body && { ...exampleOf(o.body), ...cast.fieldsOf(o.body) };
    const upload = o.path.startsWith('/uploads');
    const headers: Record<string, string> = {
      ...(o.method === 'PATCH' && !upload ? { 'if-match': '"1"' } : {}),
      ...(upload ? tus : {}),
      ...(upload && o.method === 'PATCH' ? { 'content-type': 'application/offset+octet-stream' } : {}),
    };
    const answer = await api.send(o.method, path + o.query, body, headers);
    const type = answer.headers.get('content-type') ?? '';
    const problem = o.method !== 'HEAD' && type.startsWith('application/problem+json');
    const code = problem ? ((await answer.json()) as { code: string }).code : undefined;
    if (!problem) await answer.body?.cancel();
    return { status: answer.status, code };
  };

  const statusOf: Record<Exclude<Verdict, 'in'>, number> = {
    UNAUTHENTICATED: 401,
    COMPANY_REQUIRED: 403,
    RIGHT_MISSING: 403,
    NOT_FOUND: 404,
  };

  /** What an answer says about being let in. Not to have found something is said to those who were let in, too. */
  const verdictOf = (o: Operation, { status, code = '' }: Seen, wanted: Verdict): string => {
    if (status >= 500) return `${status}`;
    if (o.method === 'HEAD') return wanted !== 'in' && status === statusOf[wanted] ? wanted : 'in';
    if (!Object.hasOwn(statusOf, code) || (code === 'NOT_FOUND' && !o.staff)) return 'in';
    return status === statusOf[code as keyof typeof statusOf] ? code : `${status} ${code}`;
  };

  it('stands in the document, for every route', () => {
    expect(operations.length).toBeGreaterThan(70);
    expect(operations.filter((o) => !o.access).map(nameOf)).toEqual([]);
    const open = operations.filter((o) => o.access && 'also' in o.access && o.access.also?.length);
    expect(open.map(nameOf).sort()).toEqual([...forDeviceMembers].sort());
  });

  it('has nothing of another company, whatever id is given', async () => {
    const inPaths = operations.filter(
      (o) =>
        o.path.includes('{') &&
        o.access &&
        !o.credential &&
        ['company', 'customer', 'signed_in'].includes(o.access.who),
    );
    const wrong: object[] = [];
    for (const o of inPaths) {
      const path = cast.concreteOfAcme(o);
      const seen = await send(cast.person('owner of another company').api, o, path);
      if (seen.status !== 404) wrong.push({ route: nameOf(o), ...seen });
      // The ids are real: who they belong to finds something there.
      if (o.method === 'GET')
        expect(await send(cast.person('owner').api, o, path)).toMatchObject({ status: 200 });
    }
    expect(wrong).toEqual([]);
  });

  it('is as declared, for everybody', async () => {
    const wrong: object[] = [];
    let asked = 0;
    const order = (o: Operation) => last.indexOf(nameOf(o));
    for (const o of [...operations].sort((a, b) => order(a) - order(b))) {
      // A session is no credential of a device or an activation.
      if (o.credential) continue;
      await Promise.all(
        cast.people.map(async (person) => {
          const wanted = expected(o, person);
          const seen = await send(person.api, o, cast.concrete(o, person));
          asked += 1;
          const verdict = verdictOf(o, seen, wanted);
          if (verdict !== wanted) wrong.push({ route: nameOf(o), who: person.name, wanted, ...seen });
        }),
      );
    }
    expect(wrong).toEqual([]);
    expect(asked).toBeGreaterThan(70 * cast.people.length);
  });
});
