import { Ajv2020 } from 'ajv/dist/2020.js';
import {
  asyncApi,
  Describe,
  type DocumentedRoute,
  Empty,
  IsInt,
  IsLine,
  IsOptional,
  IsUUID,
  Max,
  MaxLength,
  Min,
  NestedList,
  openApi,
  registry,
  request,
} from './index.js';

class Thing {
  @IsUUID() id: string;
  @IsLine() @MaxLength(50) name: string;
  @IsInt() @Min(1) version: number;
}
class Things {
  @NestedList(() => Thing, 100) items: Thing[];
}
class ListThings {
  @IsLine() @MaxLength(20) @Describe('What to look for.') search: string;
  @IsOptional() @IsInt() @Min(1) @Max(100) limit?: number;
}
class ChangeThing {
  @IsUUID() id: string;
  @IsOptional() @IsLine() @MaxLength(50) name?: string;
  @IsOptional() @IsInt() ifMatch?: number;
}
class GetThing {
  @IsUUID() id: string;
}
class AddThing {
  @IsLine() @MaxLength(50) name: string;
}
class CheckThing {
  @IsUUID() id: string;
  @IsLine() @MaxLength(100) token: string;
  @IsLine() @MaxLength(100) nonce: string;
}

const company = { who: 'company', right: 'things.manage' } as const;
const list = request({
  subject: 'rpc.probe.thing.list.v1',
  request: ListThings,
  reply: Things,
  summary: 'Lists.',
  access: { who: 'signed_in' },
});
const get = request({
  subject: 'rpc.probe.thing.get.v1',
  request: GetThing,
  reply: Thing,
  summary: 'Gets.',
  access: { who: 'company' },
});
const change = request({
  subject: 'rpc.probe.thing.change.v1',
  request: ChangeThing,
  reply: Thing,
  summary: 'Changes.',
  access: company,
});
const add = request({
  subject: 'rpc.probe.thing.add.v1',
  request: AddThing,
  reply: Thing,
  errors: { THING_TAKEN: 'conflict', THING_ODD: 'unprocessable' },
  summary: 'Adds.',
  access: company,
});
const check = request({
  subject: 'rpc.probe.thing.check.v1',
  request: CheckThing,
  reply: null,
  summary: 'Checks.',
  access: { who: 'public' },
});
const drop = request({
  subject: 'rpc.probe.thing.drop.v1',
  request: GetThing,
  reply: null,
  summary: 'Drops.',
  access: { who: 'staff', roles: ['keeper'] },
});
const sign = request({
  subject: 'rpc.probe.session.sign-in.v1',
  request: Empty,
  reply: null,
  summary: 'Signs in.',
  access: { who: 'public' },
});

const routes: DocumentedRoute[] = [
  { method: 'GET', path: '/things', contract: list, status: 200, tag: 'things' },
  { method: 'POST', path: '/things', contract: add, status: 201, statuses: [202], tag: 'things' },
  { method: 'GET', path: '/things/{id}', contract: get, status: 200, tag: 'things', etag: true },
  { method: 'PATCH', path: '/things/{id}', contract: change, status: 200, tag: 'things', etag: true },
  { method: 'DELETE', path: '/things/{id}', contract: drop, status: 204, tag: 'things' },
  {
    method: 'POST',
    path: '/things/{id}/check',
    contract: check,
    status: 204,
    tag: 'things',
    bearer: 'token',
  },
  { method: 'GET', path: '/things/{id}/file', contract: get, status: 200, tag: 'things', download: true },
  { method: 'POST', path: '/auth/sign-in', contract: sign, status: 204, tag: 'auth' },
];

/* eslint-disable @typescript-eslint/no-explicit-any -- documents are JSON */
type Json = any;
const openapi: Json = openApi(routes, '1.0.0');
const asyncapi: Json = asyncApi('1.0.0');
const operation = (method: string, path: string): Json => openapi.paths[path][method];
const codesOf = (response: Json): string[] =>
  response.content['application/problem+json'].schema.allOf[1].properties.code.enum;
const names = (parameters: Json[]): string[] =>
  parameters.map((p) => `${p.in} ${p.name}${p.required ? '!' : ''}`);

/** Everything that a document refers to is in it. */
function resolveAll(document: Json): void {
  for (const [, pointer] of JSON.stringify(document).matchAll(/"\$ref":"#\/([^"]+)"/g)) {
    const found = pointer!
      .split('/')
      .reduce((at: Json, key) => at?.[key.replaceAll('~1', '/').replaceAll('~0', '~')], document);
    expect([pointer, typeof found]).toEqual([pointer, 'object']);
  }
}

describe('the OpenAPI document', () => {
  it('resolves every reference, and has schemas that are schemas', () => {
    resolveAll(openapi);
    const ajv = new Ajv2020({ strict: false, validateFormats: false });
    for (const name of Object.keys(openapi.components.schemas)) {
      expect(() =>
        ajv.compile({ $ref: `#/components/schemas/${name}`, components: openapi.components }),
      ).not.toThrow();
    }
  });

  it('takes query parameters from the fields that the path does not name', () => {
    expect(names(operation('get', '/things').parameters)).toEqual(['query search!', 'query limit']);
    expect(operation('get', '/things').parameters[0]).toMatchObject({
      description: 'What to look for.',
      schema: { maxLength: 20 },
    });
    expect(operation('get', '/things').requestBody).toBeUndefined();
  });

  it('takes path parameters and the headers of a change out of the body', () => {
    const { parameters, requestBody } = operation('patch', '/things/{id}');
    expect(names(parameters)).toEqual(['path id!', 'header If-Match!']);
    const { schema } = requestBody.content['application/json'];
    expect(Object.keys(schema.properties)).toEqual(['name']);
    expect([requestBody.required, schema.additionalProperties]).toEqual([false, false]);
  });

  it('refers to a request that is nothing but a body', () => {
    expect(operation('post', '/things').requestBody).toEqual({
      required: true,
      content: { 'application/json': { schema: { $ref: '#/components/schemas/AddThing' } } },
    });
  });

  it('names the idempotency key on every POST but those under /auth', () => {
    expect(names(operation('post', '/things').parameters)).toEqual(['header Idempotency-Key']);
    expect(operation('post', '/auth/sign-in').parameters).toEqual([]);
  });

  it('turns the version of a reply into its ETag', () => {
    const answer = operation('get', '/things/{id}').responses[200];
    expect(answer.headers).toHaveProperty('ETag');
    expect(Object.keys(answer.content['application/json'].schema.properties)).toEqual(['id', 'name']);
    expect(operation('get', '/things/{id}').responses).toHaveProperty('304');
  });

  it('lists the codes of every refusal by status', () => {
    const { responses } = operation('post', '/things');
    expect(codesOf(responses[409])).toEqual(['CONFLICT', 'IDEMPOTENCY_IN_PROGRESS', 'THING_TAKEN']);
    expect(codesOf(responses[422])).toEqual(['IDEMPOTENCY_KEY_REUSED', 'THING_ODD']);
    expect(codesOf(responses[413])).toEqual(['PAYLOAD_TOO_LARGE']);
    expect(responses[503].headers).toHaveProperty('Retry-After');
    expect(responses).not.toHaveProperty('404');
    expect(codesOf(operation('patch', '/things/{id}').responses[428])).toEqual(['ETAG_REQUIRED']);
    expect(codesOf(operation('delete', '/things/{id}').responses[404])).toEqual(['NOT_FOUND']);
  });

  it('states the access of each operation', () => {
    expect(openapi.security).toEqual([{ cookie: [] }, { bearer: [] }]);
    expect(operation('get', '/things').security).toBeUndefined();
    expect(operation('post', '/auth/sign-in').security).toEqual([]);
    expect(operation('post', '/things/{id}/check').security).toEqual([{ credential: [] }]);
    expect(operation('post', '/things').description).toBe('Needs the right `things.manage`.');
    expect(operation('delete', '/things/{id}').description).toMatch(/keeper.*does not exist for others/);
  });

  it('keeps what a bearer carries out of the body', () => {
    const { schema } = operation('post', '/things/{id}/check').requestBody.content['application/json'];
    expect(Object.keys(schema.properties)).toEqual(['nonce']);
  });

  it('knows replies without a body, other statuses and downloads', () => {
    expect(operation('delete', '/things/{id}').responses[204]).toEqual({ description: 'Done.' });
    expect(Object.keys(operation('post', '/things').responses)).toEqual(
      expect.arrayContaining(['201', '202']),
    );
    expect(operation('get', '/things/{id}/file').responses[200].content).toHaveProperty(
      'application/octet-stream',
    );
  });

  it('gives every operation a name of its own', () => {
    const all = Object.values<Json>(openapi.paths).flatMap((p) =>
      Object.values<Json>(p).map((o) => o.operationId),
    );
    expect(new Set(all).size).toBe(routes.length);
    expect(operation('post', '/things').operationId).toBe('addThing');
  });

  it('is the same whatever the order of the routes', () => {
    expect(JSON.stringify(openApi([...routes].reverse(), '1.0.0'))).toBe(JSON.stringify(openapi));
  });

  it('refuses a path whose parameter is no field of the request', () => {
    expect(() => openApi([{ ...routes[2]!, path: '/things/{thingId}' }], '1')).toThrow(
      'has no field thingId',
    );
  });
});

describe('the AsyncAPI document', () => {
  it('resolves every reference', () => resolveAll(asyncapi));

  it('has an operation for every contract, seen from the service that owns it', () => {
    expect(Object.keys(asyncapi.operations)).toEqual([...registry.keys()].sort());
    for (const contract of registry.values()) {
      const expected = contract.kind === 'request' ? 'receive' : 'send';
      expect([contract.subject, asyncapi.operations[contract.subject].action]).toEqual([
        contract.subject,
        expected,
      ]);
    }
  });

  it('has the reply and the refusals of a request', () => {
    const { reply, bindings } = asyncapi.operations[add.subject];
    const channel = asyncapi.channels[`${add.subject}.reply`];
    expect(reply.channel.$ref).toBe(`#/channels/${add.subject}.reply`);
    expect(bindings.nats.queue).toBe('probe');
    expect(channel.messages.reply.payload).toEqual({ $ref: '#/components/schemas/Thing' });
    expect(channel.messages.problem.payload.allOf[1].properties.code.enum).toEqual(
      expect.arrayContaining(['THING_TAKEN', 'THING_ODD', 'NOT_FOUND']),
    );
    expect(asyncapi.channels[`${drop.subject}.reply`].messages.reply.payload).toEqual({ type: 'null' });
  });

  it('has the envelope of an event and its consumers', () => {
    const subject = 'evt.licensing.license.added.v1';
    const { payload } = asyncapi.channels[subject].messages.event;
    expect(payload.allOf[1].properties).toEqual({
      subject: { const: subject },
      data: { $ref: '#/components/schemas/LicenseAdded' },
    });
    expect(asyncapi.operations[subject]['x-consumers']).toEqual(['notifications']);
  });
});
