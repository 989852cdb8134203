/** What a lane is made of; milliseconds. */
export interface LaneOptions {
  /** The most that may be in work at once, however fast the answers come, those that hold no place any more included. */
  most: number;
  /** If even the quicker answers take longer, there is too much in work. */
  target: number;
  now?: () => number;
}

/** Gives it back. @param took milliseconds in work; none for one that was not worked on, or that nobody answered */
type Place = (took?: number) => void;

interface Waiting {
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
 */
export class Lane {
  inWork = 0;
  private overdue = 0;
  private wide: number;
  /** What the quickest third of the answers stays below. */
  private quick: number;
  private narrowed = -Infinity;
  private readonly queue = new Set<Waiting>();
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

  /** Whether another one would be refused at once. */
  get isFull(): boolean {
    return !this.hasPlace && this.queue.size >= this.width;
  }

  private get hasPlace(): boolean {
    return this.inWork - this.overdue < this.width && this.inWork < this.options.most;
  }

  /** Calls one of the two, perhaps at once. Whoever is admitted calls the place when the answer is made. */
  enter(admit: (place: Place) => void, refuse: () => void): void {
    if (this.hasPlace && this.queue.size === 0) this.admit(admit);
    else if (this.isFull) refuse();
    else {
      const waiting: Waiting = { admit, refuse, timer: setTimeout(() => this.giveUp(waiting), PATIENCE) };
      this.queue.add(waiting);
    }
  }

  private admit(admit: Waiting['admit']): void {
    this.inWork++;
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
      if (isOverdue) this.overdue--;
      this.admitNext();
    });
  }

  private admitNext(): void {
    for (const next of this.queue) {
      if (!this.hasPlace) break;
      clearTimeout(next.timer);
      this.queue.delete(next);
      this.admit(next.admit);
    }
  }

  private giveUp(waiting: Waiting): void {
    this.queue.delete(waiting);
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
