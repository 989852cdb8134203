import { Injectable, Module, type INestApplicationContext } from '@nestjs/common';
import { DiscoveryModule, NestFactory } from '@nestjs/core';
import { makeLogger } from '../observability/logger.js';
import { eventually } from '../testing/eventually.js';
import { Job } from './job.js';
import { JobRunner } from './job-runner.js';

@Injectable()
class Worker {
  readonly done: string[] = [];
  hold: Promise<void> = Promise.resolve();

  @Job({ name: 'often', everyMs: (config: { OFTEN_MS: number }) => config.OFTEN_MS })
  async often(): Promise<void> {
    this.done.push('often');
  }

  @Job({ name: 'on-call', everyMs: 3_600_000 })
  async onCall(): Promise<void> {
    await this.hold;
    this.done.push('on call');
  }
}

@Injectable()
class Twin {
  @Job({ name: 'often', everyMs: 1_000 })
  async often(): Promise<void> {}
}

function contextOf(providers: (new () => object)[]): Promise<INestApplicationContext> {
  const runner = JobRunner.provider({ OFTEN_MS: 5 }, makeLogger('spec', 'silent'));
  class SpecModule {}
  Module({ imports: [DiscoveryModule], providers: [runner, ...providers] })(SpecModule);
  return NestFactory.createApplicationContext(SpecModule, { logger: false, abortOnError: false });
}

describe('the jobs of a process', () => {
  let app: INestApplicationContext;
  afterEach(() => app?.close());

  it('run as often as the configuration says, and when they are woken', async () => {
    app = await contextOf([Worker]);
    const { done } = app.get(Worker);
    await eventually(() => expect(done.filter((name) => name === 'often').length).toBeGreaterThan(2));
    expect(done).not.toContain('on call');
    app.get(JobRunner).wake('on-call');
    await eventually(() => expect(done).toContain('on call'));
    expect(() => app.get(JobRunner).wake('never')).toThrow('there is no job never');
  });

  it('end before the application does', async () => {
    app = await contextOf([Worker]);
    const worker = app.get(Worker);
    let release = () => undefined as void;
    worker.hold = new Promise((resolve) => (release = resolve));
    app.get(JobRunner).wake('on-call');
    let closed = false;
    const closing = app.close().then(() => (closed = true));
    await new Promise(setImmediate);
    expect(closed).toBe(false);
    release();
    await closing;
    const after = [...worker.done];
    expect(after).toContain('on call');
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(worker.done).toEqual(after);
  });

  it('have one name each', async () => {
    await expect(contextOf([Worker, Twin])).rejects.toThrow('there are two jobs often');
  });
});
