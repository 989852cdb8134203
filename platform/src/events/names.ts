import type { EventContract } from '@tessera/contracts/kit';

/** The durable consumer's name, e.g. `notifications_license-added-v1`. JetStream allows no dots in it. */
export function consumerName(service: string, contract: EventContract): string {
  return `${service}_${contract.subject.split('.').slice(2).join('-')}`;
}

/** The stream of a service's events, e.g. `EVT_LICENSING`. */
export const streamName = (service: string): string => `EVT_${service.toUpperCase()}`;
