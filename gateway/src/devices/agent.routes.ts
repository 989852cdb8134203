import { enrollDevice, makeChallenge } from '@tessera/contracts';
import { relayRoutes, route } from '../http/relay-routes.js';

/** The device's side before it has a session; see also agent.controller.ts. */
export const AgentRoutes = relayRoutes({
  'POST /agent/enroll': route(enrollDevice, { status: 201, tag: 'agent', tolerant: true, machines: true }),
  'POST /agent/challenge': route(makeChallenge, { tag: 'agent', tolerant: true, machines: true }),
});
