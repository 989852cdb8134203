import 'reflect-metadata';
import type { PeriodicWork } from './periodic-job.js';

export interface JobOptions extends Pick<PeriodicWork, 'name' | 'atStart'> {
  /** Milliseconds, or what the configuration of the service says. */
  everyMs: number | ((config: never) => number);
}

const METADATA = 'tessera:job';

/** Makes a method of a provider a periodic job of its process; see {@link PeriodicWork}. */
export function Job(options: JobOptions) {
  return (_prototype: object, _name: string, descriptor: { value?: PeriodicWork['run'] }): void =>
    Reflect.defineMetadata(METADATA, options, descriptor.value!);
}

export const jobOptions = (method: object): JobOptions | undefined =>
  Reflect.getMetadata(METADATA, method) as JobOptions | undefined;
