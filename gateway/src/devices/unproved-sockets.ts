import { addressKey } from '@tessera/platform';
import { closing, type AgentConnection } from './agent-connection.js';

/** Sockets in the handshake at once: each proof costs the service a signature check. */
const MAX_SOCKETS = 2_000;
const MAX_PER_ADDRESS = { silent: 64, total: 500 };
/** A device answers the challenge in less. */
const GRACE_MS = 2_000;

/**
 * Sockets whose device has not proved itself yet. Where too many of an address do not answer their challenge, or there are too
 * many in total, the oldest is closed: the longest without an answer is the least likely to be a device. So a client that
 * opens sockets and keeps silent closes none but its own; and all devices of an office that come back at once after a restart
 * find room, though the service takes a while for so many.
 */
export class UnprovedSockets {
  /** By address; of each the oldest first. */
  private readonly byAddress = new Map<string, Set<AgentConnection>>();
  private count = 0;

  add(connection: AgentConnection, address: string): void {
    const key = addressKey(address);
    const own = this.byAddress.get(key);
    if (own && own.size >= MAX_PER_ADDRESS.total) this.end(own);
    else if (this.count >= MAX_SOCKETS) this.end(this.largest()!);
    const set = this.byAddress.get(key) ?? new Set();
    this.byAddress.set(key, set.add(connection));
    this.count++;
    if (set.size <= MAX_PER_ADDRESS.silent) return;
    setTimeout(() => this.endSilent(key), GRACE_MS).unref();
  }

  /** It has proved itself, or is closed. */
  remove(connection: AgentConnection, address: string): void {
    const key = addressKey(address);
    const set = this.byAddress.get(key);
    if (!set?.delete(connection)) return;
    this.count--;
    if (set.size === 0) this.byAddress.delete(key);
  }

  private endSilent(key: string): void {
    const silent = [...(this.byAddress.get(key) ?? [])].filter((one) => one.silenceMs >= GRACE_MS * 0.9);
    const tooMany = Math.max(0, silent.length - MAX_PER_ADDRESS.silent);
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
