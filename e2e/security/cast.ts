import { rights, staffRoles } from '@tessera/contracts';
import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Api } from '../../tools/world/api.mjs';
import { bootstrapAdmin, orderCode, owner, password, productId, registration } from '../world/people.js';
import type { World } from '../world/world.js';
import type { Operation } from './operations.js';

/* eslint-disable @typescript-eslint/no-explicit-any -- answers of the API, read generically */

export interface Person {
  name: string;
  api: Api;
  /** As `/me` says; null: nobody is signed in. */
  role: string | null;
  rights: string[];
  company: boolean;
}

/** Everybody there can be, and one of each thing that somebody may own, all of it Acme's. */
export interface Cast {
  people: Person[];
  person(name: string): Person;
  /** The path with ids: of the vendor's side those of Acme, else such as exist nowhere. */
  concrete(o: Operation, person: Person): string;
  concreteOfAcme(o: Operation): string;
  /** What a body has to say so that only the sender can be wrong. */
  fieldsOf(schema: any): object;
}

export async function castOf(world: World): Promise<Cast> {
  const admin = await bootstrapAdmin(world);
  const staff = Object.fromEntries(
    await Promise.all(
      staffRoles.map(async (role) => [
        role,
        role === 'platform-admin' ? admin : await colleague(world, admin, role),
      ]),
    ),
  ) as Record<string, Api>;
  const companyOwner = async (companyName: string, email: string) =>
    owner(world, email, await orderCode(world, staff['license-admin']!, { companyName }), { companyName });
  const acme = await companyOwner('Acme GmbH', 'owner@acme.example');
  const globex = await companyOwner('Globex AG', 'owner@globex.example');
  const invited = (name: string, invitation: object) => async (): Promise<[string, Api]> => {
    const email = `${name.replaceAll(/\W/g, '-')}@acme.example`;
    await acme.post('/company/invitations', { email, ...invitation });
    const more = {
      firstName: 'Max',
      lastName: 'Muster',
      country: 'DE',
      acceptTerms: true,
      acceptPrivacy: true,
    };
    const token = await world.mail.token(email);
    await world.api().post('/auth/invitations/accept', { token, password, ...more });
    return [name, await world.api().signIn(email, password)];
  };
  const guests = await Promise.all(
    [
      invited('device member', { purpose: 'device' }),
      invited('member', { purpose: 'member' }),
      ...rights.map((right) => invited(right, { purpose: 'member', rights: [right] })),
    ].map((come) => come()),
  );
  const signedIn: [string, Api][] = [
    ['without a company', await consoleOnly(world)],
    ['owner', acme],
    ['owner of another company', globex],
    ...guests,
    ...Object.entries(staff),
  ];
  const people = await Promise.all(signedIn.map(([name, api]) => personOf(name, api)));
  people.push({ name: 'nobody', api: world.api(), role: null, rights: [], company: false });
  const things = await thingsOf(world, acme, staff['support-agent']!);
  const ids = (o: Operation, real: boolean) =>
    o.path.replaceAll(/\{(\w+)\}/g, (_m, name: string) => (real ? things.id(o.path, name) : randomUUID()));
  return {
    people,
    person: (name) => people.find((p) => p.name === name)!,
    concrete: (o) => ids(o, o.staff),
    concreteOfAcme: (o) => ids(o, true),
    fieldsOf: (schema) =>
      Object.fromEntries(Object.entries(things.fields).filter(([name]) => schema.required?.includes(name))),
  };
}

async function personOf(name: string, api: Api): Promise<Person> {
  const me = await api.get('/me');
  return { name, api, role: me.role, rights: me.rights, company: me.company !== null };
}

async function colleague(world: World, admin: Api, role: string): Promise<Api> {
  const email = `${role}@vendor.example`;
  const partner = role === 'partner' ? { partnerId: randomUUID() } : {};
  await admin.post('/staff/users', { email, firstName: 'Sam', lastName: 'Staff', role, ...partner });
  await world.api().post('/auth/activate', { token: await world.mail.token(email), password });
  return world.api().signIn(email, password);
}

async function consoleOnly(world: World): Promise<Api> {
  const email = 'nobody@nowhere.example';
  await world.api().post('/auth/register', registration(email));
  await world.api().post('/auth/activate', { token: await world.mail.token(email), password });
  return world.api().signIn(email, password);
}

/** One of each, by the path that it stands in. A route with a parameter that is missing here fails. */
async function thingsOf(world: World, acme: Api, agent: Api) {
  const me = await acme.get('/me');
  const license = (await acme.get('/licenses')).items[0];
  const request = await acme.post('/requests', { category: 'portal', subject: 'A', description: 'B' });
  const invitation = await acme.post('/company/invitations', {
    email: 'late@acme.example',
    purpose: 'member',
  });
  const device = await enrolled(world, acme);
  const command = await acme.post(`/devices/${device}/commands`, { kind: 'quick_scan' });
  const notification = (await acme.get('/notifications')).items[0];
  const upload = await uploaded(acme);
  const first: Record<string, string> = {
    licenses: license.id,
    requests: request.id,
    invitations: invitation.id,
    devices: device,
    enrollments: (await acme.post('/devices/enrollments')).id,
    commands: command.id,
    notifications: notification.id,
    uploads: upload,
    attachments: upload,
    companies: me.company.id,
  };
  const byName: Record<string, string> = {
    name: license.keyFiles[0]?.name ?? 'x.key',
    number: request.number,
    // No seat is taken; a license that is not one's own hides its seats anyway.
    seatId: randomUUID(),
  };
  const agentId = (await agent.get('/me')).id;
  const fields = {
    productId: await productId(world, 'Endpoint Shield'),
    userId: agentId,
    category: 'portal',
  };
  return {
    fields,
    id(path: string, parameter: string): string {
      const noun = path.split(`/{${parameter}}`)[0]!.split('/').at(-1)!;
      const id = parameter === 'id' ? first[noun] : byName[parameter];
      if (!id) throw new Error(`give cast.ts something of Acme's for {${parameter}} in ${path}`);
      return id;
    },
  };
}

async function enrolled(world: World, acme: Api): Promise<string> {
  const { code } = await acme.post('/devices/enrollments');
  const state = join(world.home, 'device');
  const options = ['--url', world.url, '--state', state, '--enroll', code, '--poll', '--once'];
  await promisify(execFile)(process.execPath, ['tools/device.mjs', ...options], {
    env: { ...process.env, NODE_OPTIONS: '' },
  });
  return (await acme.get('/devices')).items[0].id;
}

/** A file of one byte, whole, not yet part of a request. */
async function uploaded(acme: Api): Promise<string> {
  const tus = { 'tus-resumable': '1.0.0', authorization: `Bearer ${acme.token}` };
  const begun = await fetch(`${acme.baseUrl}/api/v1/uploads`, {
    method: 'POST',
    headers: {
      ...tus,
      'upload-length': '1',
      'upload-metadata': 'filename eA==,acceptDataStatement dHJ1ZQ==',
    },
  });
  const id = begun.headers.get('location')!.split('/').at(-1)!;
  const headers = { ...tus, 'upload-offset': '0', 'content-type': 'application/offset+octet-stream' };
  await fetch(`${acme.baseUrl}/api/v1/uploads/${id}`, { method: 'PATCH', headers, body: 'x' });
  return id;
}
