/** B10: argon2id alone, with the product's parameters, as many at once as are fastest: one a core. */
import { randomBytes } from 'node:crypto';
import { availableParallelism } from 'node:os';
import { hashRaw } from '@node-rs/argon2';
import { loop, settings } from './child.mjs';

const { memoryCost, timeCost, parallelism, password } = await settings();
const salt = randomBytes(16);

loop(Math.min(4, availableParallelism()), async () => {
  // 2 is argon2id in the numbering of the library.
  await hashRaw(password, { algorithm: 2, memoryCost, timeCost, parallelism, outputLen: 32, salt });
});
