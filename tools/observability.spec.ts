import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { registry } from '@tessera/contracts/kit';
import { services } from '@tessera/contracts';
import { parse } from 'yaml';
import { metricsRegister } from '../platform/src/observability/metrics.js';
import '../services/notifications/src/mails/metrics.js';
import { readCompose, variablesOfCompose } from './compose.mjs';
import { root } from './start/settings.mjs';

interface Rule {
  alert?: string;
  record?: string;
  expr: string;
  for?: string;
  labels?: { severity: string };
  annotations?: { summary: string; description: string; runbook: string };
}
interface Board {
  uid: string;
  title: string;
  panels: { id: number; title: string; datasource: { uid: string }; targets: { expr: string }[] }[];
  templating: { list: { name: string; query: { query: string } }[] };
}

const folder = join(root, 'infra/observability');
const read = (file: string) => readFileSync(join(folder, file), 'utf8');
const { groups } = parse(read('alerts.yml')) as { groups: { name: string; rules: Rule[] }[] };
const rules = groups.flatMap((g) => g.rules);
const alerts = rules.filter((r) => r.alert);
const boards = readdirSync(join(folder, 'grafana/dashboards')).map(
  (file) => [file, JSON.parse(read(`grafana/dashboards/${file}`)) as Board] as const,
);

/** Every expression with where it stands; a dashboard's variables are filled in. */
const expressions = [
  ...rules.map((r) => [r.alert ?? r.record!, r.expr] as const),
  ...boards.flatMap(([file, board]) =>
    board.panels.flatMap((p) => p.targets.map((t) => [`${file}: ${p.title}`, t.expr] as const)),
  ),
].map(([where, expr]) => [where, expr.replaceAll('$__rate_interval', '1m').replaceAll('$service', 'x')]) as [
  string,
  string,
][];

const functions =
  'sum max min avg count topk absent rate increase changes min_over_time avg_over_time histogram_quantile vector time'.split(
    ' ',
  );
const words = 'and or unless'.split(' ');
/** Without what stands in quotes, in braces, in brackets, and behind `by`. */
const bare = (expr: string) =>
  expr
    .replace(/"(?:[^"\\]|\\.)*"/g, '""')
    .replace(/\{[^{}]*\}/g, '')
    .replace(/\[\d+[smhd]\]|\boffset \d+[smhd]\b/g, '')
    .replace(/\b(by|ignoring)\s*\([\w\s,]*\)/g, '');
const namesIn = (expr: string) => bare(expr).match(/[a-zA-Z_][\w:]*/g) ?? [];
const metricsIn = (expr: string) =>
  namesIn(expr).filter((name) => !functions.includes(name) && !words.includes(name) && !/^\d/.test(name));

const recorded = rules.flatMap((r) => r.record ?? []);
/** What Prometheus itself makes. */
const own = ['up', 'ALERTS'];
const known = metricsRegister
  .getMetricsAsJSON()
  .then((all) => [
    ...all.flatMap(({ name, type }) =>
      String(type) === 'histogram' ? [`${name}_bucket`, `${name}_count`, `${name}_sum`] : [name],
    ),
    ...recorded,
    ...own,
  ]);

describe('alerts and dashboards', () => {
  it.each(expressions)('%s asks for what is measured', async (_where, expr) => {
    const metrics = metricsIn(expr);
    expect(metrics.length + Number(/^time\(\)/.test(expr))).toBeGreaterThan(0);
    const measured = await known;
    expect(metrics.filter((name) => !measured.includes(name))).toEqual([]);
  });

  it.each(expressions)('%s is written as PromQL is', (_where, expr) => {
    const open: string[] = [];
    for (const char of expr.replace(/"(?:[^"\\]|\\.)*"/g, '')) {
      if ('([{'.includes(char)) open.push(char);
      if (')]}'.includes(char)) expect(open.pop()).toBe('([{'[')]}'.indexOf(char)]);
    }
    expect(open).toEqual([]);
    // Counters are read by rate, increase or changes over a range; a range stands nowhere else.
    const ranged =
      /\b(?:rate|increase|changes|min_over_time|avg_over_time)\(\s*[\w:]+(?:\{[^{}]*\})?\[\d+[smhd]\]\s*\)/g;
    const rest = expr.replace(ranged, '1');
    expect(rest).not.toMatch(/\[|_total\b|_(?:bucket|count)(?![\w(])/);
    for (const [, name] of bare(expr).matchAll(/([a-z_]+)\s*\(/g))
      expect([...functions, 'and', 'or', 'unless']).toContain(name);
    for (const [, matchers] of expr.matchAll(/\{([^{}]*)\}/g))
      expect(matchers).toMatch(
        /^\s*\w+\s*(?:=|!=|=~|!~)\s*"(?:[^"\\]|\\.)*"(?:\s*,\s*\w+\s*(?:=|!=|=~|!~)\s*"(?:[^"\\]|\\.)*")*\s*$/,
      );
  });

  it('know subjects, outcomes and services that exist', () => {
    const subjects = [...registry.values()].map((c) => c.subject as string);
    const named = expressions.flatMap(([, expr]) =>
      [...expr.matchAll(/subject="([^"]+)"/g)].map(([, s]) => s!),
    );
    expect(named.length).toBeGreaterThan(3);
    expect(named.filter((subject) => !subjects.includes(subject))).toEqual([]);
    const asked = expressions.flatMap(([, expr]) =>
      [...expr.matchAll(/service="([a-z]{2,})"/g)].map(([, s]) => s!),
    );
    expect([...new Set(asked)].filter((name) => ![...services, 'gateway'].includes(name as never))).toEqual(
      [],
    );
  });

  it('count as errors of ours exactly the codes that the contracts answer with 5xx', () => {
    const ours = new Set(
      [...registry.values()].flatMap((c) =>
        c.kind === 'request'
          ? Object.entries(c.errors).flatMap(([code, category]) =>
              ['internal', 'unavailable', 'timeout'].includes(String(category)) ? [code] : [],
            )
          : [],
      ),
    );
    for (const code of ['INTERNAL', 'UNAVAILABLE', 'DEADLINE_EXCEEDED']) ours.add(code);
    const counted = expressions.flatMap(([, expr]) =>
      [...expr.matchAll(/code=~"([^"]+)"/g)].map(([, c]) => c!),
    );
    expect(counted.length).toBeGreaterThan(3);
    for (const codes of counted) expect(codes.split('|').sort()).toEqual([...ours].sort());
  });
});

describe('alerts', () => {
  const runbook = readFileSync(join(root, 'docs/operate.md'), 'utf8');
  const chapters = [...runbook.matchAll(/^### (\w+)$/gm)].map(([, title]) => title!);

  it.each(alerts.map((a) => [a.alert!, a] as const))('%s says what it is and what to do', (name, a) => {
    expect(a.annotations!.summary.length).toBeGreaterThan(10);
    expect(a.annotations!.description.length).toBeGreaterThan(20);
    expect(a.annotations!.runbook).toBe(`docs/operate.md#${name.toLowerCase()}`);
    expect(chapters).toContain(name);
    expect(['page', 'ticket']).toContain(a.labels!.severity);
    expect(a.for).toMatch(/^\d+m$/);
  });

  it('have names of their own, and the runbook no chapter of another', () => {
    const names = alerts.map((a) => a.alert!);
    expect(new Set(names).size).toBe(names.length);
    expect(chapters.sort()).toEqual(names.sort());
  });

  it('watch every service', () => {
    const gone = alerts.find((a) => a.alert === 'ServiceGone')!.expr;
    for (const name of [...services, 'gateway']) expect(gone).toContain(`service="${name}"`);
  });
});

describe('dashboards', () => {
  it('are each their own, and so are their panels', () => {
    const uids = boards.map(([, b]) => b.uid);
    expect(boards.length).toBeGreaterThanOrEqual(4);
    expect(new Set(uids).size).toBe(uids.length);
    expect(new Set(boards.map(([, b]) => b.title)).size).toBe(uids.length);
  });

  it.each(boards)('%s reads the provisioned source, and knows its variables', (_file, board) => {
    const ids = board.panels.map((p) => p.id);
    expect(new Set(ids).size).toBe(ids.length);
    const { datasources } = parse(read('grafana/datasources.yml')) as { datasources: { uid: string }[] };
    for (const panel of board.panels) expect(panel.datasource.uid).toBe(datasources[0]!.uid);
    const known = board.templating.list.map((v) => v.name);
    const used = [...JSON.stringify(board.panels).matchAll(/\$(?!__)(\w+)/g)].map(([, name]) => name!);
    expect([...new Set(used)]).toEqual(known);
  });
});

describe('docker-compose.yml', () => {
  const { services: containers } = readCompose(
    Object.fromEntries(variablesOfCompose().map(({ name }) => [name, 'x'])),
  );
  /** What a container has at a path, as a path of this repository. */
  const mounted = (container: string, path: string): string | undefined => {
    for (const mount of containers[container]!.volumes ?? []) {
      const [from, to] = mount.split(':') as [string, string];
      if (path === to || path.startsWith(`${to}/`)) return join(root, from + path.slice(to.length));
    }
    return undefined;
  };

  it('gives Prometheus the rules that its configuration names', () => {
    const { rule_files } = parse(read('prometheus.yml')) as { rule_files: string[] };
    for (const file of rule_files)
      expect(mounted('prometheus', `/etc/prometheus/${file}`)).toBe(join(folder, file));
  });

  it('gives Grafana the folder that its provider looks into', () => {
    const { providers } = parse(read('grafana/dashboards.yml')) as {
      providers: { options: { path: string } }[];
    };
    for (const [file] of boards) {
      const at = mounted('grafana', `${providers[0]!.options.path}/${file}`);
      expect(at && existsSync(at)).toBe(true);
    }
  });
});
