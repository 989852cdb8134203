import { jest } from '@jest/globals';
import type { Logger } from 'pino';
import { jobSeconds } from '../observability/metrics.js';
import { PeriodicJob, type PeriodicWork } from './periodic-job.js';

const EVERY_MS = 1_000;

/** Runs that end when the spec says so. */
class Runs {
  begun = 0;
  most = 0;
  private readonly open: { end: (more: boolean) => void; fail: (error: Error) => void }[] = [];
  signal: AbortSignal | null = null;

  readonly run = (signal: AbortSignal): Promise<boolean> => {
    this.signal = signal;
    this.begun++;
    const run = new Promise<boolean>((end, fail) => this.open.push({ end, fail }));
    this.most = Math.max(this.most, this.open.length);
    return run;
  };

  async end(more = false): Promise<void> {
    this.open.shift()!.end(more);
    await jest.advanceTimersByTimeAsync(0);
  }

  endAll(): void {
    for (const { end } of this.open.splice(0)) end(false);
  }

  async fail(): Promise<void> {
    this.open.shift()!.fail(new Error('no'));
    await jest.advanceTimersByTimeAsync(0);
  }
}

describe('a periodic job', () => {
  let runs: Runs;
  let job: PeriodicJob;
  let logged: unknown[][];
  const logger = { warn: (...line: unknown[]) => logged.push(line) } as unknown as Logger;
  const start = (more: Partial<PeriodicWork> = {}) => {
    job = new PeriodicJob({ name: 'spec', everyMs: EVERY_MS, run: runs.run, ...more }, logger);
    job.start();
  };
  const pass = (milliseconds: number) => jest.advanceTimersByTimeAsync(milliseconds);

  beforeEach(() => {
    jest.useFakeTimers({ doNotFake: ['performance', 'hrtime', 'nextTick'] });
    runs = new Runs();
    logged = [];
    jobSeconds.reset();
  });
  afterEach(async () => {
    const stopped = job.stop();
    runs.endAll();
    await stopped;
    jest.useRealTimers();
  });

  it('runs after its interval, give or take a tenth, and again after each run', async () => {
    start();
    await pass(EVERY_MS * 0.9 - 1);
    expect(runs.begun).toBe(0);
    await pass(EVERY_MS * 0.2 + 2);
    expect(runs.begun).toBe(1);
    await runs.end();
    await pass(EVERY_MS * 1.1 + 1);
    expect(runs.begun).toBe(2);
  });

  it('never has two runs at once, however long one takes and however often it is woken', async () => {
    start({ atStart: true });
    await pass(EVERY_MS * 10);
    job.wake();
    job.wake();
    await pass(EVERY_MS * 10);
    expect(runs).toMatchObject({ begun: 1, most: 1 });
    await runs.end();
    // What it was woken for may have come too late for the run that was in progress.
    expect(runs).toMatchObject({ begun: 2, most: 1 });
    await runs.end();
    expect(runs.begun).toBe(2);
  });

  it('runs at once when it is woken or more is waiting', async () => {
    start();
    job.wake();
    expect(runs.begun).toBe(1);
    await runs.end(true);
    expect(runs.begun).toBe(2);
    await runs.end();
    expect(runs.begun).toBe(2);
  });

  it('goes on after a failure, and tells of each once', async () => {
    start({ atStart: true });
    await runs.fail();
    expect(logged).toEqual([[{ err: new Error('no'), job: 'spec' }, 'a job failed; it runs again']]);
    expect(runs.begun).toBe(1);
    await pass(EVERY_MS * 1.1 + 1);
    expect(runs.begun).toBe(2);
  });

  it('goes on after work that throws before it is a promise', async () => {
    let begun = 0;
    start({
      atStart: true,
      run: () => {
        begun++;
        throw new Error('no');
      },
    });
    await pass(EVERY_MS * 1.1 + 1);
    expect(begun).toBe(2);
  });

  it('waits for the run in progress when it stops, tells it, and begins no other', async () => {
    start({ atStart: true });
    let stopped = false;
    const stopping = job.stop().then(() => (stopped = true));
    await pass(EVERY_MS * 5);
    expect([stopped, runs.signal!.aborted]).toEqual([false, true]);
    job.wake();
    await runs.end(true);
    await stopping;
    await pass(EVERY_MS * 5);
    expect(runs.begun).toBe(1);
  });

  it('begins no run after it was stopped between two', async () => {
    start();
    await job.stop();
    await pass(EVERY_MS * 5);
    job.wake();
    expect(runs.begun).toBe(0);
  });

  it('counts and times its runs by their outcome', async () => {
    start({ atStart: true });
    await runs.end(true);
    await runs.fail();
    const { values } = await jobSeconds.get();
    const counts = values.filter((v) => v.metricName === 'tessera_job_seconds_count');
    expect(counts.map(({ labels, value }) => [labels.job, labels.outcome, value])).toEqual([
      ['spec', 'done', 1],
      ['spec', 'failed', 1],
    ]);
  });
});
