import { setTimeout as sleep } from 'node:timers/promises';
import type { Api } from '../../tools/world/api.mjs';
import type { World } from './world.js';

export interface Change {
  event: string;
  data: { kind?: string; ids?: Record<string, string> };
}

/** A client of `GET /events`: what it was told, and whether the stream has ended. */
export class Stream {
  readonly told: Change[] = [];
  ended = false;
  private readonly stop = new AbortController();

  static async open(world: World, api: Api, query = ''): Promise<Stream> {
    const stream = new Stream();
    const answer = await fetch(`${world.url}/api/v1/events${query}`, {
      headers: { authorization: `Bearer ${api.token}` },
      signal: stream.stop.signal,
    });
    if (!answer.headers.get('content-type')?.startsWith('text/event-stream'))
      throw new Error(`no stream, but ${answer.status}`);
    void stream.read(answer.body!);
    await stream.until((c) => c.event === 'hello');
    return stream;
  }

  private async read(body: ReadableStream<Uint8Array>): Promise<void> {
    let text = '';
    try {
      for await (const chunk of body as unknown as AsyncIterable<Uint8Array>) {
        text += Buffer.from(chunk).toString();
        const blocks = text.split('\n\n');
        text = blocks.pop()!;
        for (const block of blocks) this.take(block);
      }
    } catch {
      // Closed from either side; `ended` says so.
    }
    this.ended = true;
  }

  private take(block: string): void {
    const fields = Object.fromEntries(
      block
        .split('\n')
        .map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 1).trim()]),
    );
    if (fields.event)
      this.told.push({ event: fields.event, data: JSON.parse(fields.data ?? '{}') as Change['data'] });
  }

  async until(matches: (change: Change) => boolean, within = 5_000): Promise<Change> {
    for (const end = Date.now() + within; ; await sleep(20)) {
      const found = this.told.find(matches);
      if (found) return found;
      if (Date.now() > end) throw new Error(`not told: ${JSON.stringify(this.told)}`);
    }
  }

  close(): void {
    this.stop.abort();
  }
}
