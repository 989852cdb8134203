#!/usr/bin/env node
/** `npm run reset`: deletes all data, keys, mails and logs of the local world. */
import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { claimHome, clearLeftovers } from './start/2-claim.mjs';
import { exitOnProblem } from './start/exit.mjs';
import { homeOf } from './start/settings.mjs';
import { postgresDirectory, postgresOwner } from './world/postgres-binaries.mjs';
import { Problem } from './world/problem.mjs';

const home = homeOf();
try {
  if (!existsSync(home)) {
    console.log(`Nothing to delete: ${home} does not exist.`);
  } else {
    if (claimHome(home))
      throw new Problem('Tessera is running here; stop it with Ctrl-C in its terminal, then reset.');
    await clearLeftovers(home);
    rmSync(postgresDirectory(join(home, 'postgres'), postgresOwner()), { recursive: true, force: true });
    rmSync(home, { recursive: true, force: true });
    console.log(`Deleted ${home}.`);
  }
} catch (error) {
  exitOnProblem(error);
}
