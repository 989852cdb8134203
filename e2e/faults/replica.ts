import { spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync, readlinkSync } from 'node:fs';
import { join } from 'node:path';
import { freePorts } from '../../tools/world/ports.mjs';
import type { World } from '../world/world.js';

export interface Replica {
  pid: number;
  healthPort: number;
  /** Exit code, or the signal that ended it. */
  exited: Promise<number | string>;
  kill(signal: NodeJS.Signals): void;
}

/** How a process is started: another one like it, or one of another release. */
export interface Blueprint {
  name: string;
  home: string;
  command: string;
  args: string[];
  cwd: string;
  env: Record<string, string>;
}

export function blueprintOf(world: World, name: string): Blueprint {
  const pid = world.pid(name);
  const [command, ...args] = readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0').slice(0, -1);
  return {
    name,
    home: world.home,
    command: command!,
    args,
    cwd: readlinkSync(`/proc/${pid}/cwd`),
    env: world.environmentOf(name),
  };
}

/** Starts a process with a health port of its own. Nobody supervises it, and it may be doomed. */
export async function startReplica(
  { name, home, command, args, cwd, env }: Blueprint,
  environment: Record<string, string> = {},
): Promise<Replica> {
  const [healthPort] = await freePorts(1);
  const log = openSync(join(home, 'logs', `${name}-${healthPort}.log`), 'a');
  const child = spawn(command, args, {
    cwd,
    env: { ...env, HEALTH_PORT: String(healthPort), ...environment },
    stdio: ['ignore', log, log],
  });
  closeSync(log);
  const exited = new Promise<number | string>((resolve) =>
    child.once('exit', (code, signal) => resolve(code ?? signal!)),
  );
  return { pid: child.pid!, healthPort: healthPort!, exited, kill: (signal) => void child.kill(signal) };
}
