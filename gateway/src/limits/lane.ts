import { Tally } from './tally.js';

/** What a lane is made of; milliseconds. */
export interface LaneOptions {
  /** The most that may be in work at once, however fast the answers come, those that hold no place any more included. */
  most: number;
  /** If even the quicker answers take longer, there is too much in work. */
  target: number;
  /** The share of places that is kept for those who have nobody in work yet, so that they need not wait; none if left out. */
  reserve?: number;
  /** How long somebody waits for a place; {@link PATIENCE} if left out. */
  patience?: number;
  /** How many may wait; as many as may be in work if left out. */
  queue?: number;
  now?: () => number;
}

/** Gives it back. @param took milliseconds in work; none for one that was not worked on, or that nobody answered */
type Place = (took?: number) => void;

interface Waiting {
  who: string;
  admit: (place: Place) => void;
  refuse: () => void;
  timer: NodeJS.Timeout;
}

/**
 * So many may always be in work: as many as a service has connections to its database, and a few on their way. More only
 * wait there, and take the processors from whoever could refuse the others.
 */
const LEAST = 12;
const FIRST = 64;
/** How long somebody waits for a place, in milliseconds. */
const PATIENCE = 500;
/**
 * By what share of answers the time is judged, and how far one answer moves it. Where there is too much in work, all are
 * slow; where one of two instances hangs, half are, and fewer at once would help nobody.
 */
const QUICKEST = 1 / 3;
const STEP = 0.1;
/** After so many times the target, in work, a request waits for something that is no matter of load, and holds no place. */
const OVERDUE = 4;

/**
 * The way to one service: so many requests at once as it answers in good time, a few that wait for a place, and the rest
 * is refused before it costs anything. The width finds itself: it grows by one while all of it is used and answers are
 * quick, and shrinks by a fifth when they are not. So twice the load that a machine can bear is answered half, instead of
 * all too late; and a service that hangs holds no more than its own lane.
 *
 * Where more come than there are places, those go round: next is whoever has the fewest in work, and where nobody else may
 * wait any more, whoever waits most often makes room for one who does less. So one address, or ten, that send a flood share
 * what is left over by everybody else.
 */
export class Lane {
  inWork = 0;
  private overdue = 0;
  private wide: number;
  /** What the quickest third of the answers stays below. */
  private quick: number;
  private narrowed = -Infinity;
  private readonly queue = new Set<Waiting>();
  private readonly held = new Tally();
  private readonly queued = new Tally();
  private readonly now: () => number;

  constructor(private readonly options: LaneOptions) {
    this.wide = Math.min(FIRST, options.most);
    this.quick = options.target / 4;
    this.now = options.now ?? (() => performance.now());
  }

  /** How many may be in work at the moment. */
  get width(): number {
    return Math.floor(this.wide);
  }

  get waiting(): number {
    return this.queue.size;
  }

  /** Seconds after which whoever was refused finds others waiting than those that wait now. */
  get retryAfter(): number {
    return Math.ceil((this.options.patience ?? PATIENCE) / 1_000);
  }

  private get queueIsFull(): boolean {
    return this.queue.size >= (this.options.queue ?? this.width);
  }

  /** Whether another one of these would be refused at once. */
  isFull(who = ''): boolean {
    return !this.mayEnter(who) && this.queueIsFull && this.heaviest(who) === null;
  }

  private get hasPlace(): boolean {
    return this.inWork - this.overdue < this.width && this.inWork < this.options.most;
  }

  private mayEnter(who: string): boolean {
    if (!this.hasPlace) return false;
    const { reserve } = this.options;
    return (
      reserve === undefined || this.held.of(who) === 0 || this.inWork < Math.floor(this.width * (1 - reserve))
    );
  }

  /**
   * Calls one of the two, perhaps at once. Whoever is admitted calls the place when the answer is made.
   * @param who for whom the place is, e.g. an address
   */
  enter(admit: (place: Place) => void, refuse: () => void, who = ''): void {
    if (this.mayEnter(who) && (this.queue.size === 0 || this.options.reserve !== undefined)) {
      this.admit(admit, who);
      return;
    }
    if (this.queueIsFull) {
      const heaviest = this.heaviest(who);
      if (!heaviest) return refuse();
      this.giveUp(heaviest);
    }
    const waiting: Waiting = {
      who,
      admit,
      refuse,
      timer: setTimeout(() => this.giveUp(waiting), this.options.patience ?? PATIENCE),
    };
    this.queue.add(waiting);
    this.queued.add(who);
  }

  /** The last that came of whoever waits most often, if that is more often than this one will. */
  private heaviest(than: string): Waiting | null {
    const who = this.queued.most();
    if (who === null || this.queued.of(who) <= this.queued.of(than) + 1) return null;
    let last: Waiting | null = null;
    for (const waiting of this.queue) if (waiting.who === who) last = waiting;
    return last;
  }

  private admit(admit: Waiting['admit'], who: string): void {
    this.inWork++;
    this.held.add(who);
    let isOverdue = false;
    const timer = setTimeout(() => {
      isOverdue = true;
      this.overdue++;
      this.admitNext();
    }, OVERDUE * this.options.target);
    admit((took) => {
      clearTimeout(timer);
      if (took !== undefined) this.adapt(took);
      this.inWork--;
      this.held.remove(who);
      if (isOverdue) this.overdue--;
      this.admitNext();
    });
  }

  private admitNext(): void {
    while (this.queue.size > 0) {
      const next = this.next();
      if (!next) break;
      this.leaveQueue(next);
      this.admit(next.admit, next.who);
    }
  }

  /** Of those who may, the one whose like have the fewest in work, and of those who has waited longest. */
  private next(): Waiting | null {
    let best: Waiting | null = null;
    for (const waiting of this.queue) {
      if (best && this.held.of(waiting.who) >= this.held.of(best.who)) continue;
      if (this.mayEnter(waiting.who)) best = waiting;
      if (best && this.held.of(best.who) === 0) break;
    }
    return best;
  }

  private leaveQueue(waiting: Waiting): void {
    clearTimeout(waiting.timer);
    this.queue.delete(waiting);
    this.queued.remove(waiting.who);
  }

  private giveUp(waiting: Waiting): void {
    this.leaveQueue(waiting);
    waiting.refuse();
  }

  private adapt(took: number): void {
    const { target, most } = this.options;
    this.quick *= took < this.quick ? 1 - STEP * (1 - QUICKEST) : 1 + STEP * QUICKEST;
    this.quick = Math.min(Math.max(this.quick, target / 100), target * 2);
    if (this.quick > target) {
      const now = this.now();
      // What is in work now was admitted before the last step: its answers say nothing about it.
      if (now - this.narrowed < target) return;
      this.narrowed = now;
      this.wide = Math.max(Math.min(LEAST, most), this.wide * 0.8);
    } else if (this.inWork - this.overdue >= this.width)
      this.wide = Math.min(most, this.wide + 1 / this.wide);
  }
}
