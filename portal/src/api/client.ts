import createClient from 'openapi-fetch';
import { newKey } from './new-key.js';
import { ProblemError } from './problem-error.js';
import type { components, paths } from './schema.js';

/** A shape of the API by its name in the OpenAPI document, e.g. `View<'LicenseView'>`. */
export type View<Name extends keyof components['schemas']> = components['schemas'][Name];

export const PREFIX = '/api/v1';

/** Answers whether the person has signed in again; the shell sets it. */
let renewSession: () => Promise<boolean> = () => Promise.resolve(false);
export function onSessionExpired(renew: () => Promise<boolean>): void {
  renewSession = renew;
}

/**
 * The API, typed by its OpenAPI document: `ask(api.GET('/licenses/{id}', { params: { path: { id } } }))`.
 * Every failure is thrown as a ProblemError. A request that meets an expired session waits until the person has signed in
 * again and is then repeated, so that nobody loses what they have typed.
 */
export const api = createClient<paths>({ baseUrl: PREFIX, fetch: send });

async function send(request: Request): Promise<Response> {
  const path = new URL(request.url).pathname.slice(PREFIX.length);
  const withoutSession = path.startsWith('/auth/');
  // Not for sign-in and the like, as in spec/api.md; a key that the caller brought along stays.
  if (request.method === 'POST' && !withoutSession && !request.headers.has('idempotency-key'))
    request.headers.set('idempotency-key', newKey());
  const again = request.clone();
  let response = await transmit(request);
  if (response.status === 401 && !withoutSession && (await renewSession())) response = await transmit(again);
  if (!response.ok) throw await ProblemError.from(response);
  return response;
}

const transmit = (request: Request): Promise<Response> =>
  fetch(request).catch(() => {
    throw ProblemError.network();
  });

type Call<Data> = Promise<{ data?: Data; response: Response }>;

/** The reply of a call. @throws ProblemError */
export async function ask<Data>(call: Call<Data>): Promise<Data> {
  return (await call).data as Data;
}

/** A reply with the ETag that a later PATCH repeats: `headers: ifMatch(etag)`. @throws ProblemError */
export async function askTagged<Data>(call: Call<Data>): Promise<{ value: Data; etag: string }> {
  const { data, response } = await call;
  return { value: data as Data, etag: response.headers.get('etag') ?? '' };
}

/** For `params.header` of a PATCH. */
export const ifMatch = (etag: string) => ({ 'If-Match': etag });

/** For `params.header` of a POST: the same key makes the same effect once, however often it is sent. */
export const idempotent = (key: string) => ({ 'Idempotency-Key': key });
