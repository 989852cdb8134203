// Loaded into a service by NODE_OPTIONS: SIGUSR2 begins a CPU profile; the next one ends it and writes it.
import { writeFileSync } from 'node:fs';
import { Session } from 'node:inspector';
import { join } from 'node:path';

const session = new Session();
session.connect();
let running = false;

process.on('SIGUSR2', () => {
  running = !running;
  if (running) {
    session.post('Profiler.enable');
    session.post('Profiler.setSamplingInterval', { interval: 500 });
    session.post('Profiler.start');
    return;
  }
  session.post('Profiler.stop', (error, answer) => {
    const file = join(process.env.BENCH_PROFILES ?? '.', `${process.pid}.cpuprofile`);
    if (!error) writeFileSync(file, JSON.stringify(answer.profile));
  });
});
