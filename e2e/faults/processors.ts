import { readdirSync, readFileSync } from 'node:fs';

/** Of everybody since the machine started, in ticks. */
interface Times {
  all: number;
  idle: number;
  /** Of this process and all that it has started, directly or not. */
  ours: number;
}

/** What others do on this machine, since a figure that is taken beside them says less about us. */
export class Processors {
  private readonly before = times();

  /** The share of all processors that neither we had nor nobody, from 0 to 1, since this was made. */
  get others(): number {
    const { all, idle, ours } = times();
    const total = all - this.before.all;
    return Math.max(0, (total - (idle - this.before.idle) - (ours - this.before.ours)) / total);
  }
}

function times(): Times {
  const columns = readFileSync('/proc/stat', 'utf8').split('\n')[0]!.split(/\s+/).slice(1, 9).map(Number);
  return { all: sum(columns), idle: columns[3]! + columns[4]!, ours: sum(family().map((p) => p.ticks)) };
}

interface Relative {
  pid: number;
  parent: number;
  /** Its own, and those of its children that have ended. */
  ticks: number;
}

function family(): Relative[] {
  const all = readdirSync('/proc').flatMap((name) => (/^\d+$/.test(name) ? relative(Number(name)) : []));
  const found = all.filter((p) => p.pid === process.pid);
  // The list grows while it is walked through, until nobody is left whose parent is in it.
  for (const { pid } of found) found.push(...all.filter((p) => p.parent === pid));
  return found;
}

function relative(pid: number): Relative[] {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return [{ pid, parent: Number(fields[1]), ticks: sum(fields.slice(11, 15).map(Number)) }];
  } catch {
    return []; // it has ended
  }
}

const sum = (numbers: number[]) => numbers.reduce((a, b) => a + b, 0);
