import { byWeight } from '@tessera/contracts';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { isKnown } from '../http/conditions.js';

interface Made {
  plain: Buffer;
  zipped: Buffer;
  etag: string;
}

/**
 * A document that does not change while the process lives: made, compressed and tagged once, at the first request, and then
 * sent to all clients from the same memory, however slowly they read.
 */
export class FixedDocument {
  private made: Promise<Made> | null = null;

  constructor(
    private readonly type: string,
    private readonly make: () => Promise<Buffer | string> | string,
    private readonly headers: Record<string, string> = {},
  ) {}

  async send(request: FastifyRequest, reply: FastifyReply): Promise<Buffer | undefined> {
    this.made ??= this.prepare();
    const { plain, zipped, etag } = await this.made.catch((error: unknown) => {
      // The next request tries again.
      this.made = null;
      throw error;
    });
    const asks = byWeight(request.headers['accept-encoding']).map((coding) => coding.toLowerCase());
    const isZipped =
      asks.includes('gzip') ||
      (asks.includes('*') && !/gzip\s*;\s*q=0/i.test(String(request.headers['accept-encoding'])));
    const own = isZipped ? etag.replace(/"$/, '-gzip"') : etag;
    reply.headers({ 'cache-control': 'no-cache', ...this.headers, etag: own, vary: 'accept-encoding' });
    const known = request.headers['if-none-match'];
    if (isKnown(known, own)) {
      reply.status(304);
      return undefined;
    }
    reply.header('content-type', this.type);
    if (isZipped) reply.header('content-encoding', 'gzip');
    return isZipped ? zipped : plain;
  }

  private async prepare(): Promise<Made> {
    const plain = Buffer.from(await this.make());
    const zipped = await promisify(gzip)(plain, { level: 9 });
    const etag = `"${createHash('sha256').update(plain).digest('base64url').slice(0, 27)}"`;
    return { plain, zipped, etag };
  }
}
