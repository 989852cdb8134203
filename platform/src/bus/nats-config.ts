import { registry, type EventContract, type RequestContract } from '@tessera/contracts/kit';
import { consumerName, streamName } from './hears.js';

export interface Permissions {
  publish: string[];
  /** `subject` or `subject queue`. */
  subscribe: string[];
}

/**
 * What a service may say and hear on the bus, from the contracts alone: ask what names it as a caller, answer its own
 * requests in its own queue group, publish its own events, pull and acknowledge with its own consumers.
 * @param service a service's name, or `gateway`, which listens to all events for its live streams
 */
export function permissionsOf(service: string): Permissions {
  const all = [...registry.values()];
  const requests = all.filter((c): c is RequestContract => c.kind === 'request');
  const events = all.filter((c): c is EventContract => c.kind === 'event');
  const answers = requests.filter((c) => c.service === service);
  const heard = events.filter((e) => e.hearers.includes(service));
  const publish = [
    ...requests.filter((c) => c.callers.includes(service)).map((c) => c.subject as string),
    ...events.filter((e) => e.service === service).map((e) => e.subject as string),
    ...heard.flatMap((e) => {
      const pair = `${streamName(e.service)}.${consumerName(service, e)}`;
      return [`$JS.API.CONSUMER.INFO.${pair}`, `$JS.API.CONSUMER.MSG.NEXT.${pair}`, `$JS.ACK.${pair}.>`];
    }),
    `ctl.${service}.>`,
    // It tells the world which services are there.
    ...(service === 'gateway' ? ['$SRV.PING'] : []),
  ];
  const subscribe = [
    `_INBOX_${service}.>`,
    ...answers.map((c) => `${c.subject} ${service}`),
    `ctl.${service}.>`,
    '$SRV.PING',
    '$SRV.INFO',
    '$SRV.STATS',
    ...['PING', 'INFO', 'STATS'].flatMap((v) => [`$SRV.${v}.${service}`, `$SRV.${v}.${service}.>`]),
    ...(service === 'gateway' ? ['evt.>'] : []),
  ];
  return { publish, subscribe };
}

export interface NatsServerConfig {
  host: string;
  port: number;
  storeDir: string;
  /** Public nkeys by service; `admin` makes streams and may do everything. */
  users: Record<string, string>;
  /** Bytes on disk for all streams. */
  maxFileStore?: number;
  /** Acknowledge an event only when it is on the device, not in the page cache. Needs nats-server 2.10. */
  syncAlways?: boolean;
  /** Lines for the server's own block, e.g. a cluster. */
  extra?: string;
  httpPort?: number;
}

/** The configuration of nats-server, in its own format. */
export function natsServerConfig(c: NatsServerConfig): string {
  const users = Object.entries(c.users).map(([name, nkey]) =>
    name === 'admin' ? `    { nkey: ${nkey} }` : userBlock(nkey, permissionsOf(name)),
  );
  return `# Generated from the contracts; do not edit.
host: ${c.host}
port: ${c.port}
server_name: tessera
${c.httpPort ? `http: "127.0.0.1:${c.httpPort}"\n` : ''}max_payload: 1048576
write_deadline: "10s"
jetstream {
  store_dir: "${c.storeDir}"
  max_memory_store: 67108864
  max_file_store: ${c.maxFileStore ?? 8 * 1024 ** 3}${c.syncAlways ? '\n  sync_interval: always' : ''}
}
${c.extra ?? ''}
authorization {
  users: [
${users.join('\n')}
  ]
}
`;
}

function userBlock(nkey: string, p: Permissions): string {
  const list = (subjects: string[]) => subjects.map((s) => `          "${s}"`).join('\n');
  return `    {
      nkey: ${nkey}
      permissions: {
        publish: {
          allow: [
${list(p.publish)}
          ]
        }
        subscribe: {
          allow: [
${list(p.subscribe)}
          ]
        }
        allow_responses: { max: 1, expires: "30s" }
      }
    }`;
}
