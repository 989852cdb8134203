import { mkdirSync, statfsSync } from 'node:fs';
import { Problem } from '../world/problem.mjs';

const neededMegabytes = 400;

/** Refuses at once what would fail later with a worse message. @param {string} home */
export async function checkMachine(home) {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major < 20 || (major === 20 && minor < 19))
    throw new Problem(`Node ${process.versions.node} is too old; Tessera needs 20.19 or newer.`);
  if (process.platform === 'win32')
    throw new Problem('On Windows please start Tessera inside WSL or with docker compose up.');
  mkdirSync(home, { recursive: true, mode: 0o755 });
  const disk = statfsSync(home);
  const megabytes = Math.floor((disk.bavail * disk.bsize) / 1e6);
  if (megabytes < neededMegabytes)
    throw new Problem(`The disk of ${home} is full: ${megabytes} MB free, ${neededMegabytes} MB needed.`);
  return `Node ${process.versions.node}`;
}
