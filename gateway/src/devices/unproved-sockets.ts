import { addressKey } from '@tessera/platform';
import { closing, type AgentConnection } from './agent-connection.js';

/** At once in the handshake: proofs cost the service a signature check each. */
const MOST = 2_000;
const MOST_OF_ONE_ADDRESS = { silent: 64, atAll: 500 };
/** A device that has been asked to prove itself does so in less. Milliseconds. */
const GRACE_MS = 2_000;

/**
 * Sockets that have proved nothing yet. Where too many of them keep silent though they were asked, or there are too many at
 * all, the oldest makes room: who has said nothing for longer than all others is the least likely to be a device. So whoever
 * opens sockets and keeps silent pushes out none but his own; and all devices of an office that come back at once after a
 * restart find room, though the service takes a while for so many.
 */
export class UnprovedSockets {
  /** By address; of each the oldest first. */
  private readonly byAddress = new Map<string, Set<AgentConnection>>();
  private count = 0;

  add(connection: AgentConnection, address: string): void {
    const key = addressKey(address);
    const own = this.byAddress.get(key);
    if (own && own.size >= MOST_OF_ONE_ADDRESS.atAll) this.end(own);
    else if (this.count >= MOST) this.end(this.largest()!);
    const set = this.byAddress.get(key) ?? new Set();
    this.byAddress.set(key, set.add(connection));
    this.count++;
    if (set.size <= MOST_OF_ONE_ADDRESS.silent) return;
    setTimeout(() => this.endSilent(key), GRACE_MS).unref();
  }

  /** It has proved itself, or is gone. */
  remove(connection: AgentConnection, address: string): void {
    const key = addressKey(address);
    const set = this.byAddress.get(key);
    if (!set?.delete(connection)) return;
    this.count--;
    if (set.size === 0) this.byAddress.delete(key);
  }

  private endSilent(key: string): void {
    const silent = [...(this.byAddress.get(key) ?? [])].filter((one) => one.silence >= GRACE_MS * 0.9);
    const tooMany = Math.max(0, silent.length - MOST_OF_ONE_ADDRESS.silent);
    for (const one of silent.slice(0, tooMany)) this.close(one);
  }

  private largest(): Set<AgentConnection> | null {
    let largest: Set<AgentConnection> | null = null;
    for (const set of this.byAddress.values()) if (!largest || set.size > largest.size) largest = set;
    return largest;
  }

  private end(of: Set<AgentConnection>): void {
    const [oldest] = of;
    this.close(oldest!);
  }

  private close(connection: AgentConnection): void {
    this.remove(connection, connection.address);
    connection.close(closing.tryLater, 'retry-after=5');
  }
}
