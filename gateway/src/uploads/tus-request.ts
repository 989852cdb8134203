import type { RequestContext } from '@tessera/platform';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { drainBody } from '../http/drain-body.js';

const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/**
 * A request as the tus library reads it (a web Request), over the request of Node. The body is opened only when the
 * library wants it: an unread body is Node's to discard, an opened and unread one would block the connection.
 */
export class TusRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: Headers;
  /** From this the library learns that the client has disconnected. */
  readonly runtime: { name: 'node'; node: { req: IncomingMessage; res: ServerResponse } };
  readonly uploadId: string | undefined;
  /** What the library or one of our hooks has thrown. */
  failure: unknown;
  /** The upload that this very request has announced, and its name. */
  created: string | undefined;
  fileName: string | undefined;
  private opened: ReadableStream | null = null;

  constructor(
    request: FastifyRequest,
    reply: FastifyReply,
    readonly ctx: RequestContext,
  ) {
    // Ids are taken in capitals, here as everywhere; the bytes lie under the one in small letters.
    const { id } = request.params as { id?: string };
    const canonical = id?.toLowerCase();
    this.uploadId = canonical && ID.test(canonical) ? canonical : undefined;
    this.method = request.method;
    const path = request.url.split('?')[0]!;
    this.url = `http://gateway${id && this.uploadId ? path.replace(id, this.uploadId) : path}`;
    this.headers = headersOf(request.raw);
    this.runtime = { name: 'node', node: { req: request.raw, res: reply.raw } };
  }

  get body(): ReadableStream {
    this.opened ??= Readable.toWeb(this.runtime.node.req) as ReadableStream;
    return this.opened;
  }

  /** Discards what is still sent after a failure: the next request on the connection waits behind it. */
  drain(): void {
    const { req } = this.runtime.node;
    if (this.opened) void drainBody(req).then((all) => all || req.destroy());
  }
}

function headersOf(message: IncomingMessage): Headers {
  const headers = new Headers();
  for (const [name, value] of Object.entries(message.headers)) {
    for (const each of [value ?? []].flat()) headers.append(name, each);
  }
  return headers;
}
