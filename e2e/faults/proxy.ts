import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';

/** How a link is at the moment; everything may change while it is in use. */
export interface Line {
  /** Milliseconds that every byte is under way, in each direction. */
  delay: number;
  /** Bytes a second in each direction. */
  rate: number;
}

const GOOD: Line = { delay: 0, rate: Infinity };

/** One direction of one connection: what comes in at `from` goes out at `to`, late and slowly if the line is bad. */
class Pipe {
  /** A dead pipe takes everything, brings nothing and says nothing. */
  dead = false;
  /** When the line is free for the next bytes. */
  private free = 0;
  private ended = false;
  private readonly underWay: { due: number; chunk: Buffer }[] = [];

  constructor(
    private readonly from: Socket,
    private readonly to: Socket,
    private readonly line: () => Line,
  ) {
    from.on('data', (chunk) => this.take(chunk));
    from.on('end', () => {
      this.ended = true;
      this.bring();
    });
  }

  private take(chunk: Buffer): void {
    if (this.dead) return;
    const { delay, rate } = this.line();
    const now = performance.now();
    this.free = Math.max(now, this.free) + (chunk.length / rate) * 1_000;
    // A slow line is felt by the sender too: no more is read than fits.
    if (this.free > now) this.from.pause();
    this.underWay.push({ due: this.free + delay, chunk });
    if (this.underWay.length === 1) this.bring();
  }

  /** In the order in which it came, also where a later piece meets a better line. */
  private bring(): void {
    while (!this.dead && !this.to.destroyed && this.underWay.length > 0) {
      const wait = this.underWay[0]!.due - performance.now();
      if (wait > 0) return void setTimeout(() => this.bring(), Math.ceil(wait));
      if (!this.to.write(this.underWay.shift()!.chunk)) {
        this.from.pause();
        this.to.once('drain', () => this.from.resume());
      } else this.from.resume();
    }
    if (this.ended && !this.dead) this.to.end();
  }
}

interface Connection {
  ends: [Socket, Socket];
  /** To the target, and back. */
  pipes: [Pipe, Pipe];
}

/**
 * A bad network between two of our processes, for machines whose kernel has no netem: delay, little bandwidth, cut,
 * half-open, half-closed. The process behind it is told the proxy's port instead of the target's.
 */
export class Proxy {
  /** Bytes that came for the target, over all connections. */
  carried = 0;
  private line = GOOD;
  private refusing = false;
  private readonly connections = new Set<Connection>();

  private constructor(
    private readonly server: Server,
    private readonly target: { host: string; port: number },
  ) {
    server.on('connection', (near) => this.join(near));
  }

  static async to(port: number, host = '127.0.0.1'): Promise<Proxy> {
    // Half-open is a state of its own: the other side's end must not end ours.
    const server = createServer({ allowHalfOpen: true, noDelay: true });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return new Proxy(server, { host, port });
  }

  get port(): number {
    return (this.server.address() as AddressInfo).port;
  }

  /** The same URL, by way of this proxy. */
  via(url: string): string {
    const here = new URL(url);
    here.hostname = '127.0.0.1';
    here.port = String(this.port);
    return here.href.replace(/\/$/, '');
  }

  get open(): number {
    return this.connections.size;
  }

  /** From now on, also for connections that exist. */
  slow(line: Partial<Line>): void {
    this.line = { ...GOOD, ...line };
  }

  /** Resets every connection and refuses new ones, until it is mended. */
  cut(): void {
    this.refusing = true;
    for (const { ends } of this.connections) for (const end of ends) end.resetAndDestroy();
  }

  /**
   * Every connection that exists becomes a black hole, which neither side is told of; new ones are as good as before.
   * It is what a firewall does that has forgotten a connection.
   */
  forget(): void {
    for (const { pipes } of this.connections) for (const pipe of pipes) pipe.dead = true;
  }

  /** The machines have sent into the void often enough: forgotten connections are reset. */
  giveUp(): void {
    for (const { ends, pipes } of this.connections)
      if (pipes.some((pipe) => pipe.dead)) for (const end of ends) end.resetAndDestroy();
  }

  /** The targets are told that no more will come; what they say still arrives. */
  halfClose(): void {
    for (const { ends, pipes } of this.connections) {
      pipes[0].dead = true;
      ends[1].end();
    }
  }

  /** A good line again; what was forgotten stays so. */
  mend(): void {
    this.refusing = false;
    this.line = GOOD;
  }

  async close(): Promise<void> {
    this.cut();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private join(near: Socket): void {
    if (this.refusing) return void near.resetAndDestroy();
    const far = connect({ ...this.target, allowHalfOpen: true, noDelay: true });
    const line = () => this.line;
    const connection: Connection = {
      ends: [near, far],
      pipes: [new Pipe(near, far, line), new Pipe(far, near, line)],
    };
    this.connections.add(connection);
    near.on('data', (chunk) => (this.carried += chunk.length));
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      one.on('error', () => undefined);
      one.on('close', () => {
        if (other.closed) this.connections.delete(connection);
        // A dead line brings no news of an end either; only the proxy's own end closes it.
        if (connection.pipes.some((pipe) => pipe.dead) && this.server.listening && !this.refusing) return;
        if (one.errored) other.resetAndDestroy();
        else other.destroySoon();
      });
    }
  }
}
