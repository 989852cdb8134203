import { BackOff } from './back-off.js';
import { checkIn, type Part, type SyncReply } from './check-in.js';
import { enroll } from './enroll.js';
import { AgentRefused, endsEnrollment, PlatformUnreachable } from './errors.js';
import { StateFiles } from './files.js';
import { post, readBaseUrl } from './http.js';
import { IdentityFile } from './identity.js';
import { Ledger, type CommandReport } from './ledger.js';
import { LiveSocket } from './live.js';
import type { AgentEvent, AgentOptions, Description, EnrollmentRequest } from './options.js';
import { News } from './news.js';
import { Orders } from './orders.js';
import { Runner } from './runner.js';
import { Sessions } from './sessions.js';

/** Progress is told at most this often, in milliseconds. */
const PROGRESS_MS = 2_000;
/** How long the first check-in waits for the socket, in milliseconds. */
const SOCKET_FIRST_MS = 3_000;

/** The device's side of the agent protocol; see docs/agent-protocol.md. */
export class TesseraAgent {
  private readonly baseUrl: string;
  private readonly files: StateFiles;
  private readonly identity: IdentityFile;
  private readonly ledger: Ledger;
  private readonly runner: Runner;
  private readonly sessions: Sessions;
  private readonly orders: Orders;
  private readonly news = new News();
  private readonly backOff = new BackOff();
  private socket: LiveSocket | null = null;
  private loop: Promise<void> | null = null;
  private stopped = true;
  private looking = false;
  private wake: () => void = () => undefined;
  private toldAt = 0;
  private tellsClock = true;

  /** Makes the key pair at the first start. @throws TypeError, and Error if another process runs on `stateDir` */
  constructor(private readonly options: AgentOptions) {
    this.baseUrl = readBaseUrl(options.baseUrl);
    this.files = new StateFiles(options.stateDir);
    this.files.lock();
    this.identity = new IdentityFile(this.files);
    this.ledger = new Ledger(this.files);
    this.runner = new Runner(this.ledger, options.execute, (urgent) => this.commandChanged(urgent));
    this.sessions = new Sessions(this.baseUrl, this.identity);
    this.orders = new Orders(this.identity, this.ledger, this.runner, (event) => this.say(event));
  }

  /** null: not enrolled, or the enrollment has ended. */
  get deviceId(): string | null {
    return this.identity.enrollment?.deviceId ?? null;
  }

  /** Joins an account. With a key pair that the account knows it is the same device again. @throws AgentRefused, PlatformUnreachable */
  async enroll({ code, name, platform }: EnrollmentRequest): Promise<string> {
    const description = await this.options.describe();
    const capabilities = Object.keys(this.options.execute);
    const request = { code, name, platform, capabilities };
    const reply = await enroll(this.baseUrl, this.identity.identity, request, description);
    const { deviceId, epoch, serviceKeys } = reply;
    const before = this.identity.enrollment;
    if (reply.replaced) this.identity.replaceKeys();
    // The same enrollment again, whose answer was lost or which was asked for twice: it goes on.
    const goesOn = before?.deviceId === deviceId && before.epoch === epoch;
    this.identity.enroll({ deviceId, epoch, serviceKeys, continuity: goesOn ? before.continuity : '' });
    this.sessions.drop();
    if (!goesOn) {
      this.runner.abandon();
      this.ledger.forgetUntold();
    }
    if (reply.described) this.news.told(description);
    else this.news.forget();
    this.say({ type: 'enrolled', deviceId, epoch });
    return deviceId;
  }

  /** Stays connected, checks in and runs commands until {@link stop}, or until the enrollment ends. */
  start(): void {
    if (!this.deviceId) throw new Error('enroll first');
    if (!this.stopped) return;
    this.stopped = false;
    this.looking = false;
    if (this.options.live ?? true) this.startSocket();
    this.loop = this.run();
  }

  /** Something that `describe` tells has changed. */
  changed(): void {
    this.look();
  }

  async stop(): Promise<void> {
    this.stopped = true;
    this.socket?.stop();
    this.look();
    await this.runner.stop();
    await this.loop;
    this.files.unlock();
  }

  private startSocket(): void {
    this.socket = new LiveSocket(
      `${this.baseUrl.replace(/^http/, 'ws')}/api/v1/agent/connect`,
      this.sessions,
      {
        look: () => this.look(),
        changed: (open) => {
          this.say({ type: open ? 'connected' : 'disconnected' });
          this.look();
        },
        ended: (code, epoch) => this.end(code, epoch),
      },
    );
    this.socket.start();
  }

  private async run(): Promise<void> {
    // The socket brings a session of its own; asking for another one at the same time would be for nothing.
    if (this.socket) await this.pause(SOCKET_FIRST_MS);
    while (!this.stopped) {
      let wait: number;
      const epoch = this.identity.enrollment?.epoch ?? 0;
      try {
        wait = (await this.sync()) * 1000;
        this.backOff.reset();
      } catch (error) {
        if (endsEnrollment(error) && this.end(error.code, epoch)) return;
        const answered = error instanceof AgentRefused || error instanceof PlatformUnreachable;
        wait = this.backOff.next(answered ? (error.retryAfter ?? 0) * 1000 : 0);
        this.say({ type: 'failed', error: error as Error, retryInMs: Math.round(wait) });
      }
      await this.pause(wait);
    }
  }

  /** @returns seconds until the next check-in */
  private async sync(): Promise<number> {
    const token = await this.sessions.token();
    const live = this.socket?.open ?? false;
    const described = await this.describe();
    const commands = this.ledger.untold();
    const reply = await checkIn(
      (body) => post<SyncReply>(this.baseUrl, 'sync', body),
      { token, ...(live ? { live } : {}) },
      this.partsOf(described, commands),
      (part) => this.refused(part),
    ).catch((error: unknown) => {
      if (error instanceof AgentRefused && error.code === 'TOKEN_REJECTED') this.sessions.dropIf(token);
      throw error;
    });
    this.ledger.told(commands);
    this.news.told(described);
    this.toldAt = performance.now();
    if (reply.refused?.length) this.say({ type: 'refused', parts: reply.refused });
    this.say({
      type: 'synced',
      reported: commands,
      received: reply.commands.length,
      nextInterval: reply.nextInterval,
    });
    this.orders.take(reply.commands, reply.serverTime);
    return this.ledger.untold().length ? 0 : reply.nextInterval;
  }

  /** A description that fails holds back nothing else. */
  private async describe(): Promise<Description> {
    try {
      return await this.options.describe();
    } catch (error) {
      this.say({ type: 'failed', error: error as Error, retryInMs: 0 });
      return this.news.last;
    }
  }

  private partsOf(described: Description, commands: readonly CommandReport[]): Part[] {
    const { report, apps } = this.news.of(described);
    return [
      ...(this.tellsClock ? [{ name: 'clock' as const, value: new Date().toISOString() }] : []),
      ...(report ? [{ name: 'report' as const, value: report }] : []),
      ...(apps ? [{ name: 'apps' as const, value: apps }] : []),
      ...commands.map((value) => ({ name: 'command' as const, value })),
    ];
  }

  private refused(part: Part): void {
    // A platform that does not know this field yet.
    if (part.name === 'clock') return void (this.tellsClock = false);
    if (part.name === 'command') this.ledger.refused(part.value);
    const name = part.name === 'command' ? `commands/${part.value.id}` : part.name;
    this.say({ type: 'refused', parts: [{ part: name, code: 'REFUSED' }] });
  }

  private commandChanged(urgent: boolean): void {
    if (urgent || performance.now() - this.toldAt > PROGRESS_MS) this.look();
  }

  /** @param epoch of the enrollment that has ended @returns false if another one has begun meanwhile */
  private end(code: string, epoch: number): boolean {
    const { enrollment } = this.identity;
    if (enrollment && enrollment.epoch !== epoch) return false;
    if (!enrollment) return true;
    this.stopped = true;
    this.socket?.stop();
    this.runner.abandon();
    this.sessions.drop();
    this.identity.enroll(null);
    if (code === 'DEVICE_QUARANTINED') this.identity.suspectKeys();
    this.say({ type: 'ended', code });
    this.look();
    return true;
  }

  private look(): void {
    this.looking = true;
    this.wake();
  }

  private async pause(milliseconds: number): Promise<void> {
    if (this.looking || this.stopped) return void (this.looking = false);
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, milliseconds);
      this.wake = () => (clearTimeout(timer), resolve());
    });
    this.wake = () => undefined;
    this.looking = false;
  }

  private say(event: AgentEvent): void {
    this.options.onEvent?.(event);
  }
}
