import { DetailedError, Upload } from 'tus-js-client';
import { api, ask, PREFIX } from '../../../api/client.js';
import { ProblemError } from '../../../api/problem-error.js';

/** Small enough for every proxy on the way; large enough for a file of 4 GB. */
const CHUNK_BYTES = 16 * 1024 * 1024;
const WAITS_MS = [0, 1_000, 3_000, 10_000, 30_000];

interface Events {
  progress: (sentBytes: number) => void;
  done: (id: string) => void;
  failed: (error: unknown) => void;
}

/** A resumable upload of one file; one that the browser remembers from before goes on where it stopped. */
export function makeUpload(file: File, acceptDataStatement: boolean, events: Events): Upload {
  const upload = new Upload(file, {
    endpoint: `${PREFIX}/uploads`,
    chunkSize: CHUNK_BYTES,
    retryDelays: WAITS_MS,
    removeFingerprintOnSuccess: true,
    metadata: {
      filename: file.name,
      filetype: file.type,
      ...(acceptDataStatement ? { acceptDataStatement: 'true' } : {}),
    },
    onProgress: (sent) => events.progress(sent),
    onSuccess: () => events.done(upload.url!.split('/').at(-1)!),
    onError: (error) => void goOn(upload, error, events),
  });
  return upload;
}

export async function startUpload(upload: Upload): Promise<void> {
  const [earlier] = await upload.findPreviousUploads();
  if (earlier) upload.resumeFromPreviousUpload(earlier);
  upload.start();
}

/** An expired session: asking for anything brings the dialog that signs in again, and then the upload goes on. */
async function goOn(upload: Upload, error: Error, events: Events): Promise<void> {
  const response = error instanceof DetailedError ? error.originalResponse : null;
  if (!response) return events.failed(ProblemError.network());
  const status = response.getStatus();
  if (status !== 401)
    return events.failed(await ProblemError.from(new Response(response.getBody(), { status })));
  try {
    await ask(api.GET('/me'));
    upload.start();
  } catch (failure) {
    events.failed(failure);
  }
}
