import { addressKey } from '@tessera/platform';
import { closing, type AgentConnection } from './agent-connection.js';

/** At once in the handshake: proofs cost the service a signature check each. */
const MOST = 500;
const MOST_OF_ONE_ADDRESS = 64;

/**
 * Sockets that have proved nothing yet. Where there are too many, the oldest makes room: a device proves itself within
 * moments, and who has said nothing for longer than all others is the least likely to be one. So whoever opens sockets and
 * keeps silent pushes out none but his own.
 */
export class UnprovedSockets {
  /** By address; of each the oldest first. */
  private readonly byAddress = new Map<string, Set<AgentConnection>>();
  private count = 0;

  add(connection: AgentConnection, address: string): void {
    const key = addressKey(address);
    const own = this.byAddress.get(key);
    if (own && own.size >= MOST_OF_ONE_ADDRESS) this.end(own);
    else if (this.count >= MOST) this.end(this.largest()!);
    const set = this.byAddress.get(key) ?? new Set();
    this.byAddress.set(key, set.add(connection));
    this.count++;
  }

  /** It has proved itself, or is gone. */
  remove(connection: AgentConnection, address: string): void {
    const key = addressKey(address);
    const set = this.byAddress.get(key);
    if (!set?.delete(connection)) return;
    this.count--;
    if (set.size === 0) this.byAddress.delete(key);
  }

  private largest(): Set<AgentConnection> | null {
    let largest: Set<AgentConnection> | null = null;
    for (const set of this.byAddress.values()) if (!largest || set.size > largest.size) largest = set;
    return largest;
  }

  private end(of: Set<AgentConnection>): void {
    const [oldest] = of;
    this.remove(oldest!, oldest!.address);
    oldest!.close(closing.tryLater, 'retry-after=5');
  }
}
