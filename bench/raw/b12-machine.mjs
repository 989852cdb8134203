/** B12: how fast this machine is at the moment: JSON and SHA-256 in a loop. */
import { createHash } from 'node:crypto';
import { loop, settings } from './child.mjs';

await settings();
const thing = {
  id: '01900000-0000-7000-8000-000000000101',
  items: Array.from({ length: 20 }, (_, n) => ({ n })),
};

loop(1, async () => {
  for (let n = 0; n < 200; n++) {
    const text = JSON.stringify(thing);
    createHash('sha256').update(text).digest('base64');
    JSON.parse(text);
  }
  return 200;
});
