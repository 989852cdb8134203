import { isRefusalOfContent } from './errors.js';
import type { CommandReport } from './ledger.js';
import type { InstalledApp, Report } from './options.js';
import type { SignedCommand } from './protocol.js';

export interface RefusedPart {
  /** Where it stands, e.g. `apps/0/components/2/state`. */
  part: string;
  code: string;
}

export interface SyncReply {
  commands: SignedCommand[];
  serverTime: string;
  nextInterval: number;
  /** What the platform could not read; it has taken everything else. */
  refused?: RefusedPart[];
}

/** What a check-in says, beside who says it. */
export type Part =
  | { name: 'clock'; value: string }
  | { name: 'report'; value: Report }
  | { name: 'apps'; value: InstalledApp[] }
  | { name: 'command'; value: CommandReport };

type Post = (body: object) => Promise<SyncReply>;

/**
 * Sends parts. A platform takes what it can read and names the rest; one that is older, or a proxy with a limit of its
 * own, refuses all for the sake of one. Then the parts are sent in halves until it is found: it would be refused each
 * time, and hold back everything else.
 * @param base what every check-in has
 * @param refused is told of each part that is refused even alone
 * @throws AgentRefused, PlatformUnreachable; what was not sent then is sent the next time
 */
export async function checkIn(
  post: Post,
  base: object,
  parts: readonly Part[],
  refused: (part: Part) => void,
): Promise<SyncReply> {
  try {
    return await post({ ...base, ...bodyOf(parts) });
  } catch (error) {
    if (parts.length === 0 || !isRefusalOfContent(error)) throw error;
  }
  // Where an empty one is refused as well, it is not for what any part says, and none is given up.
  const empty = await post(base);
  return (await inHalves(post, base, parts, refused)) ?? empty;
}

/** @returns the last answer; null: not one part was taken */
async function inHalves(
  post: Post,
  base: object,
  parts: readonly Part[],
  refused: (part: Part) => void,
): Promise<SyncReply | null> {
  if (parts.length === 1) {
    refused(parts[0]!);
    return null;
  }
  const middle = Math.ceil(parts.length / 2);
  let last: SyncReply | null = null;
  for (const half of [parts.slice(0, middle), parts.slice(middle)]) {
    try {
      last = await post({ ...base, ...bodyOf(half) });
    } catch (error) {
      if (!isRefusalOfContent(error)) throw error;
      last = (await inHalves(post, base, half, refused)) ?? last;
    }
  }
  return last;
}

function bodyOf(parts: readonly Part[]): object {
  const commands = parts.flatMap((p) => (p.name === 'command' ? [p.value] : []));
  const others = parts.filter((p) => p.name !== 'command');
  return {
    ...Object.fromEntries(others.map(({ name, value }) => [name, value])),
    ...(commands.length ? { commands } : {}),
  };
}
