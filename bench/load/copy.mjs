import pg from 'pg';

/** @typedef {string | number | boolean | Date | Buffer | null | string[]} Value */
/** @typedef {Value[]} Row */
/** @typedef {{ name: string, columns: string[] }} Table */

/** Characters of COPY's text format that are sent together. */
const CHUNK = 256 * 1_024;

/** One `COPY … FROM STDIN` for pg's client, which calls the handlers of whatever is submitted to it. */
class CopyIn {
  /** @param {string} sql @param {Iterable<Row>} rows @param {(error?: Error) => void} done */
  constructor(sql, rows, done) {
    this.sql = sql;
    this.rows = rows;
    this.done = done;
  }

  /** @param {any} connection */
  submit(connection) {
    connection.query(this.sql);
  }

  /** @param {any} connection */
  async handleCopyInResponse(connection) {
    /** @type {import('node:net').Socket} */
    const socket = connection.stream;
    let chunk = '';
    const flush = async () => {
      connection.sendCopyFromChunk(Buffer.from(chunk));
      chunk = '';
      if (socket.writableLength > 8 * CHUNK) await new Promise((resolve) => socket.once('drain', resolve));
    };
    for (const row of this.rows) {
      chunk += `${row.map(text).join('\t')}\n`;
      if (chunk.length > CHUNK) await flush();
    }
    await flush();
    connection.endCopyFrom();
  }

  handleCommandComplete() {}
  /** @param {Error} error */
  handleError(error) {
    this.done(error);
  }
  handleReadyForQuery() {
    this.done();
  }
}

/** @param {Value} value */
function text(value) {
  if (value === null) return '\\N';
  if (value instanceof Date) return value.toISOString();
  if (Buffer.isBuffer(value)) return `\\\\x${value.toString('hex')}`;
  if (Array.isArray(value)) return `{${value.map((v) => `"${v}"`).join(',')}}`;
  return String(value).replace(
    /[\\\n\r\t]/g,
    (c) => ({ '\\': '\\\\', '\n': '\\n', '\r': '\\r', '\t': '\\t' })[c] ?? c,
  );
}

/**
 * Writes rows by COPY. Foreign keys are not checked row by row, which would take most of the time: the loaders give each
 * row a parent, and `orphans` looks afterwards, once.
 * @param {string} url a superuser's connection @param {Table} table @param {Iterable<Row>} rows
 */
export async function copy(url, { name, columns }, rows) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query('set session_replication_role = replica');
    await client.query('set synchronous_commit = off');
    const sql = `copy ${name} (${columns.join(', ')}) from stdin`;
    await new Promise((resolve, reject) => {
      /** @type {Error | undefined} */
      let failed;
      const query = new CopyIn(sql, rows, (error) => {
        if (error) failed = error;
        else if (failed) reject(failed);
        else resolve(undefined);
      });
      client.query(/** @type {any} */ (query));
      // After an error the server still says that it is ready.
      query.handleError = (error) => void reject(error);
    });
  } finally {
    await client.end();
  }
}
