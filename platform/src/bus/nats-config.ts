import { registry, type EventContract, type RequestContract } from '@tessera/contracts/kit';
import { consumerName, streamName } from '../events/names.js';

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
  const consumed = events.filter((e) => e.consumers.includes(service));
  const publish = [
    ...requests.filter((c) => c.callers.includes(service)).map((c) => c.subject as string),
    ...events.filter((e) => e.service === service).map((e) => e.subject as string),
    ...consumed.flatMap((e) => {
      const pair = `${streamName(e.service)}.${consumerName(service, e)}`;
      return [`$JS.API.CONSUMER.INFO.${pair}`, `$JS.API.CONSUMER.MSG.NEXT.${pair}`, `$JS.ACK.${pair}.>`];
    }),
    `ctl.${service}.>`,
    ...inboxesAnswered(answers),
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

/**
 * Where answers go: to those who may ask. By name, not by `allow_responses`: with that the server notes the reply subject
 * of every message it delivers, events too, and from 4,096 on walks through all of them for each further message
 * (docs/decisions/0010). It would also let a requester choose where this service publishes.
 */
function inboxesAnswered(answers: readonly RequestContract[]): string[] {
  const callers = new Set(['admin', 'gateway', ...answers.flatMap((c) => c.callers)]);
  return [...callers].sort().map((caller) => `_INBOX_${caller}.>`);
}

export interface NatsServerConfig {
  host: string;
  port: number;
  storeDir: string;
  /** Public nkeys by service, several while one is being exchanged; `admin` makes streams and may do everything. */
  users: Record<string, string | string[]>;
  /** Bytes on disk for all streams. */
  maxFileStore?: number;
  /** Acknowledge an event only when it is on the device, not in the page cache. Needs nats-server 2.10. */
  syncAlways?: boolean;
  /** Its name among the servers of a cluster; `$NAME` takes it from the server's own environment. */
  serverName?: string;
  cluster?: NatsCluster;
  /** Further lines. */
  extra?: string;
  httpPort?: number;
}

/** Servers that hold the streams together. A value that begins with `$` comes from the server's own environment. */
export interface NatsCluster {
  port: number;
  /** `nats-route://tessera:password@host:port` of each server; itself may be among them. */
  routes: string[];
  /** What a server must say that wants to be one of them, as `tessera`. */
  password: string;
}

/** The configuration of nats-server, in its own format. */
export function natsServerConfig(c: NatsServerConfig): string {
  const users = Object.entries(c.users).flatMap(([name, nkeys]) =>
    [nkeys]
      .flat()
      .map((nkey) => (name === 'admin' ? `    { nkey: ${nkey} }` : userBlock(nkey, permissionsOf(name)))),
  );
  return `# Generated from the contracts; do not edit.
host: ${c.host}
port: ${c.port}
server_name: ${c.serverName ?? 'tessera'}
${c.httpPort ? `http: "127.0.0.1:${c.httpPort}"\n` : ''}max_payload: 1048576
write_deadline: "10s"
# A client that hangs, or whose line is dead, gets no more work after three of them.
ping_interval: "3s"
ping_max: 2
jetstream {
  store_dir: "${c.storeDir}"
  max_memory_store: 67108864
  max_file_store: ${c.maxFileStore ?? 8 * 1024 ** 3}${c.syncAlways ? '\n  sync_interval: always' : ''}
}
${c.cluster ? clusterBlock(c.host, c.cluster) : ''}${c.extra ?? ''}
authorization {
  users: [
${users.join('\n')}
  ]
}
`;
}

function clusterBlock(host: string, { port, routes, password }: NatsCluster): string {
  const text = (value: string) => (value.startsWith('$') ? value : JSON.stringify(value));
  return `cluster {
  name: tessera
  host: ${host}
  port: ${port}
  authorization { user: tessera, password: ${text(password)} }
  routes: [
${routes.map((route) => `    ${text(route)}`).join('\n')}
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
      }
    }`;
}
