import type { Socket } from 'node:net';
import type { ClientBase } from 'pg';

/** What `pg` does not show in its types. */
interface Inside {
  connection: { stream: Socket };
  _getActiveQuery(): unknown;
}

/**
 * Ends a session whose server has said nothing for so long while a statement waits for its answer. Postgres itself ends
 * a statement before that (`statement_timeout`), so the line is dead and nobody will say so: a firewall that has
 * forgotten the connection, a machine that is gone. Without this every pooled connection would wait for ever.
 */
export function destroyOnReadTimeout(client: ClientBase, milliseconds: number): void {
  const { connection, _getActiveQuery: active } = client as unknown as Inside;
  connection.stream.setTimeout(milliseconds, () => {
    if (active.call(client)) connection.stream.destroy();
  });
}
