import { createHash, randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';

interface Stored {
  bytes: Buffer;
  headers: Record<string, string>;
}

interface Multipart {
  key: string;
  parts: Map<number, Buffer>;
}

const quoted = (bytes: Buffer) => `"${createHash('md5').update(bytes).digest('hex')}"`;

/**
 * As much of S3 as uploads need, with the bytes in memory: objects, ranges, and multipart uploads as AWS has them (parts
 * in any order, replaced by their number, gone once completed or aborted). None of the registry's servers lists parts,
 * which is how an upload learns where to go on. Signatures are not checked.
 */
export class S3Server {
  readonly objects = new Map<string, Stored>();
  readonly multiparts = new Map<string, Multipart>();
  /** Requests that are answered with 503 instead, as by a storage that is there and cannot. */
  refusing: (request: IncomingMessage) => boolean = () => false;

  private constructor(private readonly server: Server) {}

  static async start(): Promise<S3Server> {
    const server = createServer();
    const s3 = new S3Server(server);
    server.on('request', (request, response) => {
      s3.answer(request, response).catch((error: unknown) => response.destroy(error as Error));
    });
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
    return s3;
  }

  get port(): number {
    return (this.server.address() as AddressInfo).port;
  }

  /** As BLOB_URL. @param port of a way to it, if not its own */
  url(locks: string, port = this.port): string {
    return `s3://key:secret@127.0.0.1:${port}/files?tls=false&locks=${encodeURIComponent(locks)}`;
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((closed) => this.server.close(closed));
  }

  private async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url!, 'http://s3');
    const key = decodeURIComponent(url.pathname.split('/').slice(2).join('/'));
    const body = unchunked(request, await buffer(request));
    if (this.refusing(request)) return fail(response, 503, 'SlowDown');
    const query = url.searchParams;
    const id = query.get('uploadId');
    if (query.has('delete')) this.deleteAll(body.toString(), response);
    else if (query.has('uploads') && request.method === 'GET') this.list(query.get('prefix')!, response);
    else if (query.has('uploads')) this.begin(key, response);
    else if (id !== null) this.part(request.method!, id, Number(query.get('partNumber')), body, response);
    else this.object(request, key, body, response);
  }

  private object(request: IncomingMessage, key: string, bytes: Buffer, response: ServerResponse): void {
    if (request.method === 'PUT') {
      const meta = Object.entries(request.headers).filter(([name]) => name.startsWith('x-amz-meta-'));
      this.objects.set(key, { bytes, headers: Object.fromEntries(meta) as Record<string, string> });
      response.writeHead(200, { etag: quoted(bytes) }).end();
    } else if (request.method === 'DELETE') {
      this.objects.delete(key);
      response.writeHead(204).end();
    } else this.read(request, key, response);
  }

  private read(request: IncomingMessage, key: string, response: ServerResponse): void {
    const found = this.objects.get(key);
    if (!found) return fail(response, 404, 'NoSuchKey');
    const [, first, last] = /^bytes=(\d+)-(\d+)$/.exec(request.headers.range ?? '') ?? [];
    const bytes = first ? found.bytes.subarray(Number(first), Number(last) + 1) : found.bytes;
    const headers = { ...found.headers, etag: quoted(found.bytes), 'content-length': bytes.length };
    response.writeHead(first ? 206 : 200, headers).end(request.method === 'HEAD' ? undefined : bytes);
  }

  private deleteAll(xml: string, response: ServerResponse): void {
    for (const [, key] of xml.matchAll(/<Key>([^<]+)<\/Key>/g)) this.objects.delete(key!);
    say(response, '<DeleteResult></DeleteResult>');
  }

  private begin(key: string, response: ServerResponse): void {
    const id = randomUUID();
    this.multiparts.set(id, { key, parts: new Map() });
    const named = `<Bucket>files</Bucket><Key>${key}</Key><UploadId>${id}</UploadId>`;
    say(response, `<InitiateMultipartUploadResult>${named}</InitiateMultipartUploadResult>`);
  }

  private list(prefix: string, response: ServerResponse): void {
    const found = [...this.multiparts].filter(([, { key }]) => key.startsWith(prefix));
    const uploads = found.map(
      ([id, { key }]) => `<Upload><Key>${key}</Key><UploadId>${id}</UploadId></Upload>`,
    );
    say(
      response,
      `<ListMultipartUploadsResult><IsTruncated>false</IsTruncated>${uploads.join('')}</ListMultipartUploadsResult>`,
    );
  }

  private part(method: string, id: string, number: number, body: Buffer, response: ServerResponse): void {
    const upload = this.multiparts.get(id);
    if (!upload) return fail(response, 404, 'NoSuchUpload');
    if (method === 'PUT') {
      upload.parts.set(number, body);
      response.writeHead(200, { etag: quoted(body) }).end();
    } else if (method === 'DELETE') {
      this.multiparts.delete(id);
      response.writeHead(204).end();
    } else if (method === 'GET') say(response, listOf(upload));
    else this.complete(id, upload, body.toString(), response);
  }

  private complete(id: string, { key, parts }: Multipart, xml: string, response: ServerResponse): void {
    const named = [...xml.matchAll(/<PartNumber>(\d+)<\/PartNumber>/g)].map(([, n]) => parts.get(Number(n)));
    if (named.length === 0 || named.includes(undefined)) return fail(response, 400, 'InvalidPart');
    this.multiparts.delete(id);
    this.objects.set(key, { bytes: Buffer.concat(named as Buffer[]), headers: {} });
    say(
      response,
      `<CompleteMultipartUploadResult><Key>${key}</Key><ETag>"whole"</ETag></CompleteMultipartUploadResult>`,
    );
  }
}

/** Streams come in pieces of which each says its length, with a checksum behind the last (`aws-chunked`). */
function unchunked(request: IncomingMessage, body: Buffer): Buffer {
  if (request.headers['x-amz-decoded-content-length'] === undefined) return body;
  const pieces: Buffer[] = [];
  for (let at = 0; ;) {
    const line = body.indexOf('\r\n', at);
    const length = parseInt(body.toString('latin1', at, line), 16);
    if (!length) return Buffer.concat(pieces);
    pieces.push(body.subarray(line + 2, line + 2 + length));
    at = line + 2 + length + 2;
  }
}

function listOf({ parts }: Multipart): string {
  const listed = [...parts]
    .sort(([a], [b]) => a - b)
    .map(
      ([n, bytes]) =>
        `<Part><PartNumber>${n}</PartNumber><ETag>${quoted(bytes)}</ETag><Size>${bytes.length}</Size></Part>`,
    );
  return `<ListPartsResult><IsTruncated>false</IsTruncated>${listed.join('')}</ListPartsResult>`;
}

const say = (response: ServerResponse, xml: string) =>
  void response
    .writeHead(200, { 'content-type': 'application/xml' })
    .end(`<?xml version="1.0" encoding="UTF-8"?>${xml}`);

const fail = (response: ServerResponse, status: number, code: string) =>
  void response
    .writeHead(status, { 'content-type': 'application/xml' })
    .end(
      `<?xml version="1.0" encoding="UTF-8"?><Error><Code>${code}</Code><Message>${code}</Message></Error>`,
    );
