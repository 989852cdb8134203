import type { Actor } from '@tessera/platform';

export const TUS = { 'tus-resumable': '1.0.0' };
export const as = (actor: Actor) => ({ authorization: `Bearer ${actor.userId}` });
export const encode = (metadata: Record<string, string>) =>
  Object.entries(metadata)
    .map(([key, value]) => `${key} ${Buffer.from(value).toString('base64')}`)
    .join(',');

/** The tus protocol by hand, step by step, at one gateway. */
export class TusClient {
  constructor(readonly url: string) {}

  announce(
    actor: Actor,
    size: number,
    metadata: Record<string, string> = {},
    more: Record<string, string> = {},
  ) {
    const all = encode({ filename: 'a.bin', acceptDataStatement: 'true', ...metadata });
    const headers = { ...TUS, ...as(actor), 'upload-length': String(size), 'upload-metadata': all, ...more };
    return fetch(`${this.url}/api/v1/uploads`, { method: 'POST', headers });
  }

  async announced(actor: Actor, size: number, metadata: Record<string, string> = {}): Promise<string> {
    const response = await this.announce(actor, size, metadata);
    expect([response.status, response.status === 201 ? '' : await response.text()]).toEqual([201, '']);
    return response.headers.get('location')!.split('/').at(-1)!;
  }

  patch(actor: Actor, id: string, offset: number, body: string, more: Record<string, string> = {}) {
    const type = { 'upload-offset': String(offset), 'content-type': 'application/offset+octet-stream' };
    const headers = { ...TUS, ...as(actor), ...type, ...more };
    return fetch(this.addressOf(id), { method: 'PATCH', headers, body });
  }

  head(actor: Actor, id: string) {
    return fetch(this.addressOf(id), { method: 'HEAD', headers: { ...TUS, ...as(actor) } });
  }

  terminate(actor: Actor, id: string, headers: Record<string, string> = TUS) {
    return fetch(this.addressOf(id), { method: 'DELETE', headers: { ...headers, ...as(actor) } });
  }

  async uploaded(actor: Actor, content: string, fileName = 'a.txt'): Promise<string> {
    const id = await this.announced(actor, Buffer.byteLength(content), { filename: fileName });
    expect((await this.patch(actor, id, 0, content)).status).toBe(204);
    return id;
  }

  download(actor: Actor, id: string, headers: Record<string, string> = {}, method = 'GET') {
    return fetch(`${this.url}/api/v1/attachments/${id}`, { method, headers: { ...as(actor), ...headers } });
  }

  addressOf(id: string): string {
    return `${this.url}/api/v1/uploads/${id}`;
  }
}

/** Status and code of a refusal, which is a problem document. */
export async function problemOf(response: Response): Promise<[number, string]> {
  expect(response.headers.get('content-type')).toContain('application/problem+json');
  const { code, status } = (await response.json()) as { code: string; status: number };
  expect(status).toBe(response.status);
  return [response.status, code];
}
