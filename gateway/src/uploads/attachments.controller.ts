import { Controller, Inject, Req, Res } from '@nestjs/common';
import { openAttachment, OpenAttachment } from '@tessera/contracts';
import { Bus, Problem, problemDocument, type RequestContext } from '@tessera/platform';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Readable } from 'node:stream';
import { allowsRange, isKnown } from '../http/conditions.js';
import { contentDisposition } from '../http/content-disposition.js';
import { Ctx, Input, Route } from '../http/route.js';
import type { BlobStore } from './blob-store.js';
import { byteRangeOf } from './byte-range.js';
import { BLOBS } from './tokens.js';

/** A browser never shows a user's upload under our origin: it only saves it. */
const HEADERS = {
  'content-type': 'application/octet-stream',
  'x-content-type-options': 'nosniff',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'; sandbox",
  'cache-control': 'private, no-store',
  'accept-ranges': 'bytes',
};

@Controller()
export class AttachmentsController {
  constructor(
    private readonly bus: Bus,
    @Inject(BLOBS) private readonly blobs: BlobStore,
  ) {}

  @Route('GET /attachments/:id', openAttachment)
  async open(
    @Input() input: OpenAttachment,
    @Ctx() ctx: RequestContext,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { fileName, size, blobKey } = await this.bus.ask(openAttachment, input, ctx);
    const etag = `"${input.id}"`;
    if (isKnown(request.headers['if-none-match'], etag)) {
      await reply
        .status(304)
        .headers({ ...HEADERS, etag })
        .send();
      return;
    }
    // A range is only defined for GET (RFC 9110, 14.2).
    const inParts =
      request.method === 'GET' && allowsRange(request.headers['if-range'] as string | undefined, etag);
    const range = inParts ? byteRangeOf(request.headers.range, size) : null;
    if (range === 'unsatisfiable') throw this.unsatisfiable(size, reply, ctx);
    const { start, end } = range ?? { start: 0, end: size - 1 };
    // An empty stream: of any other body Fastify would take the length for the file's.
    const body =
      request.method === 'HEAD' ? Readable.from([]) : await this.blobs.read(blobKey, { start, end });
    reply
      .status(range ? 206 : 200)
      .headers({ ...HEADERS, etag, 'content-length': end - start + 1 })
      .header('content-disposition', contentDisposition(fileName));
    if (range) reply.header('content-range', `bytes ${start}-${end}/${size}`);
    await reply.send(body);
  }

  private unsatisfiable(size: number, reply: FastifyReply, ctx: RequestContext): Problem {
    reply.header('content-range', `bytes */${size}`);
    const document = problemDocument('RANGE_NOT_SATISFIABLE', 'invalid', ctx.trace.traceId, {
      detail: 'No byte of the file is in this range.',
    });
    return new Problem({ ...document, status: 416 });
  }
}
