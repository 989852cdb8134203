import {
  commonErrors,
  registry,
  type AnyContract,
  type EventContract,
  type RequestContract,
} from '../contract.js';
import type { Shape } from '../fields.js';
import { componentSchemas, type JsonSchema } from '../json-schema.js';
import { plumbing } from './plumbing.js';
import { byName, problemSchema, problemWith } from './problem-schema.js';

/** The AsyncAPI 3.0 document of the bus: every request and every event of the registry. */
export function asyncApi(version: string): JsonSchema {
  const contracts = [...registry.values()].sort((a, b) => byName(a.subject, b.subject));
  return {
    asyncapi: '3.0.0',
    info: {
      title: 'Tessera bus',
      version,
      description:
        'Requests (`rpc.`) and events (`evt.`) between the services, over NATS. Operations are told from the side of the ' +
        'service that owns them: it receives requests and sends events. A receiver ignores fields that it does not know.',
      license: { name: 'Apache-2.0', url: 'https://www.apache.org/licenses/LICENSE-2.0' },
    },
    defaultContentType: 'application/json',
    channels: Object.fromEntries(
      contracts.flatMap((c) => (c.kind === 'request' ? requestChannels(c) : [eventChannel(c)])),
    ),
    operations: Object.fromEntries(
      contracts.map((c) => [c.subject, c.kind === 'request' ? requestOperation(c) : eventOperation(c)]),
    ),
    components: { schemas: schemas(contracts) },
  };
}

const ref = (path: string) => ({ $ref: `#/${path}` });
const schemaOf = (shape: Shape) => ref(`components/schemas/${shape.name}`);
const messageOf = (channel: string, message: string) => ref(`channels/${channel}/messages/${message}`);
const replyChannel = (c: RequestContract) => `${c.subject}.reply`;

function requestChannels(c: RequestContract): [string, JsonSchema][] {
  const codes = Object.keys({ ...commonErrors, ...c.errors });
  return [
    [
      c.subject,
      {
        address: c.subject,
        summary: c.summary,
        messages: {
          request: {
            name: c.request.name,
            headers: ref('components/schemas/RequestHeaders'),
            payload: schemaOf(c.request),
          },
        },
      },
    ],
    [
      replyChannel(c),
      {
        // The requester's inbox, which is known only when it asks.
        address: null,
        messages: {
          reply: { name: c.reply?.name ?? 'Done', payload: c.reply ? schemaOf(c.reply) : { type: 'null' } },
          problem: {
            name: 'Problem',
            headers: ref('components/schemas/ProblemHeaders'),
            payload: problemWith(codes),
          },
        },
      },
    ],
  ];
}

function requestOperation(c: RequestContract): JsonSchema {
  const reply = replyChannel(c);
  return {
    action: 'receive',
    channel: ref(`channels/${c.subject}`),
    summary: c.summary,
    tags: [{ name: c.service }],
    messages: [messageOf(c.subject, 'request')],
    reply: {
      channel: ref(`channels/${reply}`),
      messages: [messageOf(reply, 'reply'), messageOf(reply, 'problem')],
    },
    bindings: { nats: { queue: c.service } },
    'x-errors': c.errors,
    'x-access': c.access,
    'x-callers': c.callers,
    'x-idempotent': c.idempotent,
    'x-timeout-ms': c.timeout,
  };
}

function eventChannel(c: EventContract): [string, JsonSchema] {
  return [
    c.subject,
    {
      address: c.subject,
      summary: c.summary,
      messages: {
        event: {
          name: c.payload.name,
          headers: ref('components/schemas/EventHeaders'),
          payload: {
            allOf: [
              ref('components/schemas/EventEnvelope'),
              { properties: { subject: { const: c.subject }, data: schemaOf(c.payload) } },
            ],
          },
        },
      },
    },
  ];
}

function eventOperation(c: EventContract): JsonSchema {
  return {
    action: 'send',
    channel: ref(`channels/${c.subject}`),
    summary: c.summary,
    tags: [{ name: c.service }],
    messages: [messageOf(c.subject, 'event')],
    'x-consumers': c.consumers,
    ...(c.live ? { 'x-live': c.live } : {}),
  };
}

function schemas(contracts: AnyContract[]): Record<string, JsonSchema> {
  const shapes = contracts.flatMap((c) =>
    c.kind === 'request' ? [c.request, ...(c.reply ? [c.reply] : [])] : [c.payload],
  );
  const all = { ...componentSchemas(shapes), Problem: problemSchema, ...plumbing };
  return Object.fromEntries(Object.entries(all).sort(([a], [b]) => byName(a, b)));
}
