import { access, createUpload, getUpload, openAttachment, terminateUpload } from '@tessera/contracts';
import { linkKinds } from '../brand/brand-variables.js';

/**
 * The routes that stream bytes or events instead of asking a contract, described by hand as OpenAPI 3.1 path items.
 * `plain-paths.spec.ts` holds them against the routes that the server really has.
 */
const problem = (description: string) => ({
  description,
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
});
const header = (name: string, description: string, example: string, required = true) => ({
  name,
  in: 'header',
  required,
  description,
  schema: { type: 'string', examples: [example] },
});
const id = { name: 'id', in: 'path', required: true, schema: { type: 'string', format: 'uuid' } };
const tus = header(
  'Tus-Resumable',
  'Version of the protocol, https://tus.io/protocols/resumable-upload.',
  '1.0.0',
);
const offset = { 'Upload-Offset': { description: 'Bytes that have arrived.', schema: { type: 'integer' } } };

export const plainPaths: Record<string, Record<string, unknown>> = {
  '/uploads': {
    post: {
      operationId: 'createUpload',
      'x-access': createUpload.access,
      tags: ['uploads'],
      summary: 'Begin a resumable upload (tus 1.0); the id at the end of Location is the attachment id.',
      parameters: [
        tus,
        header('Upload-Length', 'Bytes of the whole file, at most 4 GB.', '209715200'),
        header(
          'Upload-Metadata',
          'Pairs of name and base64 value: `filename`, `filetype`, and for the first upload ever `acceptDataStatement` (of `true`).',
          'filename dHJhY2VzLnppcA==,acceptDataStatement dHJ1ZQ==',
        ),
      ],
      responses: {
        201: {
          description: 'Begun.',
          headers: { Location: { description: 'Where to send the bytes.', schema: { type: 'string' } } },
        },
        401: problem('UNAUTHENTICATED'),
        403: problem('DATA_STATEMENT_REQUIRED, RIGHT_MISSING, ORIGIN_REFUSED'),
        409: problem('OPEN_UPLOADS_EXCEEDED'),
        412: problem('TUS_VERSION_UNSUPPORTED'),
        413: problem('PAYLOAD_TOO_LARGE'),
        503: problem('UPLOADS_FULL, UNAVAILABLE'),
      },
    },
  },
  '/uploads/{id}': {
    head: {
      operationId: 'getUploadOffset',
      'x-access': getUpload.access,
      tags: ['uploads'],
      summary: 'How much of an own upload has arrived, to resume from there.',
      parameters: [id, tus],
      responses: {
        200: { description: 'Known.', headers: offset },
        404: { description: 'Nobody’s, or another person’s.' },
      },
    },
    patch: {
      operationId: 'appendUpload',
      'x-access': getUpload.access,
      tags: ['uploads'],
      summary: 'Send bytes from the offset on, as many as wished; interrupted, ask for the offset and go on.',
      parameters: [id, tus, header('Upload-Offset', 'Where these bytes begin.', '0')],
      requestBody: {
        required: true,
        content: { 'application/offset+octet-stream': { schema: { type: 'string', format: 'binary' } } },
      },
      responses: {
        204: { description: 'Stored.', headers: offset },
        404: problem('NOT_FOUND'),
        409: problem('CONFLICT: the offset is not where the upload stands.'),
        415: problem('CONTENT_TYPE_UNSUPPORTED'),
      },
    },
    delete: {
      operationId: 'terminateUpload',
      'x-access': terminateUpload.access,
      tags: ['uploads'],
      summary: 'Give an own upload up.',
      parameters: [id, tus],
      responses: { 204: { description: 'Gone.' }, 404: problem('NOT_FOUND') },
    },
  },
  '/attachments/{id}': {
    get: {
      operationId: 'downloadAttachment',
      'x-access': openAttachment.access,
      tags: ['uploads'],
      summary: 'A file of a request that the caller may read, always as a download.',
      parameters: [id, header('Range', 'A part of the file.', 'bytes=0-1023', false)],
      responses: {
        200: {
          description: 'The file.',
          content: { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } },
        },
        206: {
          description: 'The part.',
          content: { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } },
        },
        404: problem('NOT_FOUND'),
        416: problem('RANGE_NOT_SATISFIABLE'),
      },
    },
  },
  '/events': {
    get: {
      operationId: 'streamEvents',
      'x-access': access.ownAccount,
      tags: ['live'],
      summary: 'What changed for this person, as server-sent events, while the session lasts.',
      description:
        'Events: `hello` at the start; `change` with `{ kind, ids }`, never whole records; `resync` when something may be missing, and everything shown should be read anew. A client that first reads and then listens asks for what changed in between with `ago`.',
      parameters: [
        {
          name: 'ago',
          in: 'query',
          description:
            'The stream begins with the changes of so many milliseconds before, or with `resync` when not all of them are known. 0 when left out.',
          schema: { type: 'integer', minimum: 0, maximum: 60_000 },
        },
      ],
      responses: {
        200: { description: 'The stream.', content: { 'text/event-stream': { schema: { type: 'string' } } } },
        400: problem('VALIDATION_FAILED'),
        401: problem('UNAUTHENTICATED'),
      },
    },
  },
  '/brand': {
    get: {
      operationId: 'getBrand',
      'x-access': access.anybody,
      tags: ['brand'],
      summary:
        'How the vendor looks: name, accent, support, legal pages. Pictures and colors are at /brand/logo and /brand.css.',
      security: [],
      responses: {
        200: {
          description: 'The brand.',
          content: {
            'application/json': {
              schema: {
                type: 'object',
                required: ['name', 'accent', 'support', 'links', 'poweredBy'],
                properties: {
                  name: { type: 'string' },
                  accent: { type: 'string', description: 'As #rrggbb.', examples: ['#0b6878'] },
                  support: {
                    type: ['string', 'null'],
                    description: 'An e-mail address or a page.',
                  },
                  links: {
                    type: 'object',
                    description: "The vendor's pages by language tag.",
                    properties: Object.fromEntries(
                      linkKinds.map((kind) => [
                        kind,
                        { type: 'object', additionalProperties: { type: 'string', format: 'uri' } },
                      ]),
                    ),
                  },
                  poweredBy: { type: 'boolean', description: 'The footer names the product.' },
                },
              },
            },
          },
        },
        400: problem('VALIDATION_FAILED'),
      },
    },
  },
  '/agent/connect': {
    get: {
      operationId: 'connectAgent',
      'x-access': access.anybody,
      tags: ['agent'],
      summary: 'WebSocket of a device: tells it to look. The protocol is in docs/agent-protocol.md.',
      security: [],
      responses: { 101: { description: 'Upgraded; the device proves itself in the first messages.' } },
    },
  },
};
