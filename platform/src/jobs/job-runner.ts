import type { OnApplicationBootstrap, OnModuleDestroy, OnModuleInit, Provider } from '@nestjs/common';
import { DiscoveryService, MetadataScanner } from '@nestjs/core';
import type { Logger } from 'pino';
import { jobOptions, type JobOptions } from './job.js';
import { PeriodicJob, type PeriodicWork } from './periodic-job.js';

/** Runs every method with `@Job` from the start of its process to its stop, which waits for the runs in progress. */
export class JobRunner implements OnModuleInit, OnApplicationBootstrap, OnModuleDestroy {
  private readonly jobs = new Map<string, PeriodicJob>();

  constructor(
    private readonly discovery: DiscoveryService,
    private readonly methods: MetadataScanner,
    private readonly config: unknown,
    private readonly logger: Logger,
  ) {}

  /** For a module that imports Nest's DiscoveryModule. */
  static provider(config: unknown, logger: Logger): Provider {
    return {
      provide: JobRunner,
      useFactory: (discovery: DiscoveryService, methods: MetadataScanner) =>
        new JobRunner(discovery, methods, config, logger),
      inject: [DiscoveryService, MetadataScanner],
    };
  }

  onModuleInit(): void {
    for (const { instance } of this.discovery.getProviders()) {
      if (instance && typeof instance === 'object') this.addJobsOf(instance);
    }
  }

  onApplicationBootstrap(): void {
    for (const job of this.jobs.values()) job.start();
  }

  async onModuleDestroy(): Promise<void> {
    await Promise.all([...this.jobs.values()].map((job) => job.stop()));
  }

  /** Runs a job now, since there is something to do. */
  wake(name: string): void {
    const job = this.jobs.get(name);
    if (!job) throw new Error(`there is no job ${name}`);
    job.wake();
  }

  private addJobsOf(provider: object): void {
    const prototype = Object.getPrototypeOf(provider) as Record<string, PeriodicWork['run']> | null;
    for (const name of this.methods.getAllMethodNames(prototype)) {
      const method = prototype![name]!;
      const options = jobOptions(method);
      if (options) this.add(options, (signal) => method.call(provider, signal));
    }
  }

  private add({ everyMs, ...options }: JobOptions, run: PeriodicWork['run']): void {
    if (this.jobs.has(options.name)) throw new Error(`there are two jobs ${options.name}`);
    const interval = typeof everyMs === 'number' ? everyMs : everyMs(this.config as never);
    this.jobs.set(options.name, new PeriodicJob({ ...options, everyMs: interval, run }, this.logger));
  }
}
