import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';

/** What the API answered that was not wished for. */
export class ApiError extends Error {
  /** @param {string} request @param {number} status @param {any} problem @param {Headers} headers */
  constructor(request, status, problem, headers) {
    super(
      `${request} answered ${status} ${problem?.code ?? ''} ${problem?.detail ?? ''} ${JSON.stringify(problem?.errors ?? '')}`,
    );
    this.status = status;
    this.code = problem?.code;
    this.problem = problem;
    this.headers = headers;
  }
}

/** A program that uses the public API: signs in, sends JSON, repeats what the server says may be repeated. */
export class Api {
  /** @param {string} baseUrl e.g. http://localhost:8080 @param {string} [token] */
  constructor(baseUrl, token) {
    this.baseUrl = baseUrl;
    this.token = token;
    /** @type {any} */
    this.user = undefined;
  }

  /** @param {string} email @param {string} password */
  async signIn(email, password) {
    const session = await this.post('/auth/sign-in', { email, password });
    const api = new Api(this.baseUrl, session.accessToken);
    api.user = session.user;
    return api;
  }

  /** @template [T=any] @param {string} path @returns {Promise<T>} */
  get(path) {
    return this.request('GET', path);
  }

  /** @template [T=any] @param {string} path @param {object} [body] @param {Record<string, string>} [headers] @returns {Promise<T>} */
  post(path, body = {}, headers = {}) {
    /** @type {Record<string, string>} */
    const key = path.startsWith('/auth/') ? {} : { 'idempotency-key': randomUUID() };
    return this.request('POST', path, body, { ...key, ...headers });
  }

  /** @param {string} path @param {object} body @param {Record<string, string>} headers @returns {Promise<any>} */
  patch(path, body, headers) {
    return this.request('PATCH', path, body, headers);
  }

  /** @param {string} path @returns {Promise<any>} */
  delete(path) {
    return this.request('DELETE', path);
  }

  /** The raw answer, for who looks at status and headers. @param {string} method @param {string} path @param {object | string} [body] @param {Record<string, string>} [headers] */
  send(method, path, body, headers = {}) {
    return fetch(`${this.baseUrl}/api/v1${path}`, {
      method,
      headers: {
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...(this.token && { authorization: `Bearer ${this.token}` }),
        ...headers,
      },
      ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
      signal: AbortSignal.timeout(30_000),
    });
  }

  /** @param {string} method @param {string} path @param {object} [body] @param {Record<string, string>} [headers] */
  async request(method, path, body, headers) {
    for (let attempt = 1; ; attempt++) {
      const response = await this.send(method, path, body, headers);
      if (response.status === 503 && attempt < 5) {
        await sleep(Number(response.headers.get('retry-after') ?? 1) * 300 * attempt);
        continue;
      }
      const text = await response.text();
      const json =
        text && /json/.test(response.headers.get('content-type') ?? '') ? JSON.parse(text) : text || null;
      if (!response.ok) throw new ApiError(`${method} ${path}`, response.status, json, response.headers);
      return json;
    }
  }
}
