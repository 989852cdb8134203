import { newRequest } from './test-tenants.js';
import { until } from './waiting.js';
import { orderCode, owner, password, productId } from '../world/people.js';
import type { World } from '../world/world.js';

/** Who does what in the essentials: addresses, since they sign in each time. */
export interface Staff {
  licenses: string;
  agent: string;
}

let journeys = 0;

/**
 * What the product is for, once through all services: an order, a registration by its code, an activation, a device's
 * enrollment, a request and its answer, and what people are told of it. Throws at the first thing that is not as it should
 * be.
 */
export async function essentials(world: World, staff: Staff): Promise<void> {
  const n = ++journeys;
  const licenses = await world.api().signIn(staff.licenses, password);
  const agent = await world.api().signIn(staff.agent, password);
  const companyName = `Essential ${n}`;
  const code = await orderCode(world, licenses, { companyName, seats: 2 });
  const api = await owner(world, `owner@essential-${n}.example`, code, { companyName });
  const me = (await api.get('/me')) as { company: { name: string } };
  holds(me.company.name === companyName, 'the company');
  const { items } = (await api.get('/licenses')) as { items: { id: string }[] };
  holds(items.length === 1, 'the license that came with the registration');

  const application = { product: await productId(world, 'Endpoint Shield'), version: '12.6' };
  const device = { fingerprint: `device-${n}`, application, deviceName: 'WS-1' };
  const activation = (await api.post('/activations', { activationCode: code, ...device })) as {
    id: string;
    token: string;
  };
  const proof = { authorization: `Bearer ${activation.token}` };
  const checked = await api.send(
    'POST',
    `/activations/${activation.id}/check`,
    { fingerprint: device.fingerprint, nonce: `nonce-${n}` },
    proof,
  );
  holds(((await checked.json()) as { valid: boolean }).valid, 'the activation');
  await api.post('/devices/enrollments', {});
  holds(Array.isArray(((await api.get('/devices')) as { items: unknown[] }).items), 'the devices');

  const request = (await api.post('/requests', newRequest(`Essential ${n}`))) as { id: string };
  await agent.post(`/staff/requests/${request.id}/messages`, { text: 'Please restart.' });
  const messages = (await api.get(`/requests/${request.id}/messages`)) as { items: unknown[] };
  holds(messages.items.length > 0, 'the answer');
  // Events of two services have arrived at a third.
  const told = async () => {
    const list = (await api.get('/notifications')) as { items: { kind: string }[] };
    const kinds = list.items.map((i) => i.kind);
    return kinds.includes('request_answered') && kinds.includes('request_registered');
  };
  await until(told, 10_000);
  const ended = await api.send('DELETE', `/activations/${activation.id}`, undefined, proof);
  holds(ended.status === 204, 'the end of the activation');
}

function holds(condition: boolean, what: string): void {
  if (!condition) throw new Error(`${what} is not as it should be`);
}
