import { p01 } from './p01-check.mjs';
import { p02 } from './p02-activation.mjs';
import { p03 } from './p03-list.mjs';
import { p04 } from './p04-sign-in.mjs';
import { p05 } from './p05-events.mjs';
import { p06 } from './p06-effect.mjs';
import { p07 } from './p07-check-in.mjs';
import { p08 } from './p08-command.mjs';
import { p09 } from './p09-upload.mjs';
import { p10 } from './p10-growth.mjs';
import { p11 } from './p11-instances.mjs';
import { p12 } from './p12-idle.mjs';
import { p13 } from './p13-portal.mjs';

/** @typedef {import('../lib/pairs.mjs').Result} Result */
/** @typedef {(bench: import('../lib/pairs.mjs').Bench) => Promise<Result | Record<string, Result>>} Target */

/** In this order: memory before anything was asked for, what fills the databases last. @type {Record<string, Target>} */
export const targets = {
  P12: p12,
  P1: p01,
  P2: p02,
  P3: p03,
  P4: p04,
  P5: p05,
  P6: p06,
  P7: p07,
  P11: p11,
  P13: p13,
  P8: p08,
  P9: p09,
  P10: p10,
};
