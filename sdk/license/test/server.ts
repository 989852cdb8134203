import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Seen {
  method: string | undefined;
  path: string | undefined;
  headers: IncomingMessage['headers'];
  body: Record<string, string>;
}
export interface Answer {
  status: number;
  headers?: Record<string, string>;
  /** An object is sent as JSON, a text as a page. */
  body?: unknown;
  /** 400 MB more of it. */
  endless?: true;
}
const PROBLEM = 'application/problem+json; charset=utf-8';

export type Script = (seen: Seen) => Answer | 'hang up' | 'hang';

/** A real HTTP server that answers by a script, its last line again and again, and remembers what it saw. */
export async function serve(script: readonly Script[]): Promise<{ baseUrl: string; seen: Seen[] }> {
  const seen: Seen[] = [];
  const server = createServer((request, response) => void answer(request, response));
  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const text = Buffer.concat(chunks).toString();
    const { method, url: path, headers } = request;
    seen.push({ method, path, headers, body: text ? (JSON.parse(text) as Record<string, string>) : {} });
    const reply = script[Math.min(seen.length, script.length) - 1]!(seen.at(-1)!);
    if (reply === 'hang') return;
    if (reply === 'hang up') return void request.socket.destroy();
    const { status, body = '' } = reply;
    const type = typeof body === 'string' ? 'text/html' : status < 400 ? 'application/json' : PROBLEM;
    response.writeHead(status, { 'content-type': type, ...reply.headers });
    response.write(typeof body === 'string' ? body : JSON.stringify(body));
    if (reply.endless) for (let n = 0; n < 400 && !response.closed; n++) await more(response);
    response.end();
  }
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  servers.push(server);
  return { baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, seen };
}

/** A megabyte, when the client has taken what came before. */
async function more(response: ServerResponse): Promise<void> {
  if (response.write('x'.repeat(1_000_000))) return;
  await new Promise<void>((done) => response.once('drain', done).once('close', done));
}

const servers: ReturnType<typeof createServer>[] = [];

/** For `afterEach`. */
export function stopServing(): void {
  for (const server of servers.splice(0)) server.close().closeAllConnections();
}
