import { Inject, Injectable } from '@nestjs/common';
import { CONFIG } from '@tessera/platform';
import type { Config } from '../config.js';

/** A fifth up or down, so that devices that were turned away together do not come back together. */
const JITTER_FRACTION = 0.2;

/** When a device shall check in next. */
@Injectable()
export class Intervals {
  constructor(@Inject(CONFIG) private readonly config: Config) {}

  /** Whole seconds. @param live a socket tells the device when to look */
  next(live: boolean): number {
    const base = live ? this.config.LIVE_SECONDS : this.config.POLL_SECONDS;
    return Math.max(1, Math.round(base * (1 - JITTER_FRACTION + 2 * JITTER_FRACTION * Math.random())));
  }
}
