import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as contracts from '@tessera/contracts';

/* eslint-disable @typescript-eslint/no-explicit-any -- the tools are plain JavaScript */
const load = async (module: string): Promise<any> => import(module);

describe('trace', () => {
  let tools: any;
  beforeAll(async () => (tools = await load('./trace.mjs')));

  const result = (file: string, ...tests: [string, string][]) => ({
    testResults: [
      { name: `/r/${file}`, assertionResults: tests.map(([fullName, status]) => ({ fullName, status })) },
    ],
  });

  // Put together here, for this file names none of them.
  const of = (id: string) => `[${id}]`;

  it('counts the numbers that passing tests name, each once, by area', () => {
    const ran = tools.testsThatRan(
      [
        result(
          'a.spec.ts',
          [`a ${of('LIC-001')}${of('LIC-057a')} b`, 'passed'],
          [`a ${of('LIC-001')} c`, 'passed'],
        ),
        result(
          'b.spec.ts',
          [`d ${of('NOT-001')}`, 'failed'],
          [`e ${of('NOT-002')}`, 'pending'],
          [`f ${of('CON-08')} ${of('XYZ-001')} lower [lic-003] LIC-003 ${of('INC-000777')}`, 'passed'],
        ),
      ],
      '/r',
    );
    const list = ['LIC-001', 'LIC-003', 'LIC-057', 'LIC-057a', 'NOT-001', 'NOT-002', 'CON-08'];
    const report = tools.trace(list, ran, [
      { file: 'a.spec.ts', numbers: ['LIC-001', 'LIC-057a'] },
      { file: 'b.spec.ts', numbers: ['NOT-001', 'NOT-002', 'CON-08', 'XYZ-001'] },
      { file: 'long/c.spec.ts', numbers: ['LIC-001', 'NOT-001', 'LIC-057'] },
    ]);
    expect(report).toMatchObject({
      total: 7,
      covered: 3,
      missing: ['LIC-003', 'LIC-057', 'NOT-001', 'NOT-002'],
      failed: ['NOT-001'],
      notRun: ['LIC-057', 'NOT-002'],
      byArea: {
        LIC: { total: 4, covered: 2 },
        NOT: { total: 2, covered: 0 },
        CON: { total: 1, covered: 1 },
      },
      unknown: ['XYZ-001'],
    });
    expect(report.byNumber['LIC-001']).toMatchObject({ notRun: ['long/c.spec.ts'] });
    expect(report.byNumber['LIC-001'].passed).toHaveLength(2);
  });

  it('knows every number once, without a gap', () => {
    const byArea: Record<string, string[]> = {};
    for (const id of requirements()) (byArea[id.slice(0, 3)] ??= []).push(id);
    for (const [area, ids] of Object.entries(byArea)) {
      const plain = ids.filter((id) => !/[a-z]$/.test(id));
      const digits = area === 'CON' ? 2 : 3;
      expect(plain).toEqual(plain.map((_, i) => `${area}-${String(i + 1).padStart(digits, '0')}`));
      // A letter continues the line before.
      for (const [at, id] of ids.entries()) {
        const [, line = '', letter] = /^(.*\d)([a-z])$/.exec(id) ?? [];
        if (letter)
          expect(ids[at - 1]).toBe(
            letter === 'a' ? line : line + String.fromCharCode(letter.charCodeAt(0) - 1),
          );
      }
    }
  });

  it('finds no number in a spec that is not on the list', () => {
    const root = join(import.meta.dirname, '../..');
    const specs: { file: string; numbers: string[] }[] = tools.specsBelow(root);
    const known = new Set(requirements());
    expect(specs.length).toBeGreaterThan(1);
    expect(specs.filter(({ numbers }) => numbers.some((id) => !known.has(id)))).toEqual([]);
  });

  const requirements = (): string[] =>
    JSON.parse(readFileSync(join(import.meta.dirname, '../../docs/requirements.json'), 'utf8'));
});

describe('the generated documents', () => {
  it('say what differs, by path', async () => {
    const { differences } = await load('./differences.mjs');
    expect(differences(null, '{}')).toEqual(['it does not exist']);
    expect(differences('{"a":1,"b":[1],"c":{"d":2}}', '{"b":[1,2],"c":{"d":3},"e":0}')).toEqual([
      '- a',
      '+ b › 1',
      'c › d: 2 → 3',
      '+ e',
    ]);
    expect(differences('{"a":1,"b":2}', '{"b":2,"a":1}')).toEqual([': the order']);
    expect(differences('x\ny\n', 'x\nz\n')).toEqual(['- y', '+ z']);
    expect(differences('', Array.from({ length: 50 }, (_, i) => `l${i}`).join('\n'))).toHaveLength(21);
  });

  it('stand between the marks of a README, and nowhere else', async () => {
    const { fill } = await load('./service-lists.mjs');
    const filled = fill('# a\n<!-- generated -->\nold\n<!-- /generated -->\nend\n', 'new\n', 'README.md');
    expect(filled).toBe('# a\n<!-- generated -->\nnew\n<!-- /generated -->\nend\n');
    expect(fill(filled, 'new\n', 'README.md')).toBe(filled);
    expect(() => fill('# a\n', 'new', 'README.md')).toThrow('README.md has no');
  });

  it('list what a service answers, consumes, emits and asks', async () => {
    const { listsOf } = await load('./service-lists.mjs');
    const lists: string = listsOf(contracts, 'notifications');
    const part = (title: string) => lists.split('## ').find((p) => p.startsWith(title))!;
    expect(part('Answers')).toContain('| `rpc.notifications.notification.list.v1` |');
    expect(part('Consumes')).toContain(
      '| `evt.licensing.license.added.v1` | A license was added to a company. | licensing |',
    );
    expect(part('Emits')).toContain('clients (`notification.created`)');
    expect(part('Asks')).toMatch(/`rpc.identity.link.mint.v1` .* identity \|/);
    expect(part('Asks')).not.toContain('rpc.notifications.');
    for (const other of contracts.services) expect(listsOf(contracts, other)).not.toContain('undefined');
  });
});

describe('released contracts', () => {
  let newestRelease: any;
  beforeAll(async () => ({ newestRelease } = await load('./released.mjs')));

  it('are those of the highest version, not of the last name', () => {
    const folder = mkdtempSync(join(tmpdir(), 'released-'));
    expect(newestRelease(folder)).toBeUndefined();
    for (const version of ['0.9.0', '0.10.0', '0.2.0']) {
      writeFileSync(join(folder, `${version}.json`), JSON.stringify({ version }));
    }
    writeFileSync(join(folder, 'notes.json'), '{}');
    expect(newestRelease(folder)).toEqual({ version: '0.10.0' });
    rmSync(folder, { recursive: true });
  });

  it('are not broken by those of today', async () => {
    const { changesSince } = await load('./landed.mjs');
    const changes = changesSince(contracts, newestRelease(), contracts.recordContracts());
    expect(changes.filter((c: any) => c.breaking)).toEqual([]);
  });

  it('may state a rule that the release applied already, and none that came later', async () => {
    const { changesSince } = await load('./landed.mjs');
    const subject = 'rpc.licensing.license.add.v1';
    const before = contracts.recordContracts();
    const { oneOf, ...request } = (before[subject] as any).request;
    expect(oneOf).toHaveLength(2);
    const release = {
      version: '0.10.0',
      contracts: { ...before, [subject]: { ...before[subject], request } },
    };
    const verdict = (excuse: object) => {
      const stated = { subject, where: 'request', what: 'takes exactly one of activationCode and keyFile' };
      const excused = [{ ...stated, reason: 'the handler refused both and neither', ...excuse }];
      return changesSince(contracts, release, before, excused).map((c: any) => c.breaking);
    };
    expect(verdict({ refusedSince: '0.9.0' })).toEqual([false]);
    expect(verdict({ refusedSince: '0.10.0' })).toEqual([false]);
    for (const excuse of [
      {},
      { refusedSince: '0.11.0' },
      { refusedSince: '0.9.0', reason: ' ' },
      { refusedSince: '0.9.0', where: 'request.more' },
    ])
      expect(verdict(excuse)).toEqual([true]);
  });

  it('and those that have landed since are not broken either', async () => {
    const { brokenSinceLanding } = await load('./landed.mjs');
    expect(brokenSinceLanding(contracts, contracts.recordContracts())).toEqual([]);
  });

  it('survive being written and read', () => {
    const now = contracts.recordContracts();
    const read = JSON.parse(JSON.stringify(now)) as typeof now;
    expect(Object.keys(read).length).toBeGreaterThan(20);
    expect(contracts.compareContracts(read, now)).toEqual([]);
  });
});

describe('contracts that have landed and are in no release', () => {
  let landed: any;
  let now: any;
  let before: any;
  const subject = 'rpc.licensing.staff-license.list.v1';
  beforeAll(async () => {
    landed = await load('./landed.mjs');
    before = contracts.recordContracts();
    now = structuredClone(before);
    delete now[subject].reply.properties.items.items.properties.blockReason;
  });

  it('keep their fields, unless a reason excuses the change', () => {
    const broken = (excused: object[]) => landed.brokenSinceLanding(contracts, now, [before], excused);
    const found = broken([]);
    expect(found).toEqual([expect.objectContaining({ subject })]);
    expect(broken([{ ...found[0], reason: 'never deployed, only two days on main' }])).toEqual([]);
    expect(broken([{ ...found[0], reason: ' ' }])).toEqual(found);
    expect(broken([{ ...found[0], where: 'reply.other', reason: 'something else entirely' }])).toEqual(found);
  });

  it('may gain, and may be new', () => {
    expect(landed.brokenSinceLanding(contracts, before, [now], [])).toEqual([]);
    expect(landed.brokenSinceLanding(contracts, before, [{}], [])).toEqual([]);
  });

  describe('in git', () => {
    let folder: string;
    const git = (...parameters: string[]) =>
      execFileSync('git', ['-c', 'user.name=t', '-c', 'user.email=t@t.example', ...parameters], {
        cwd: folder,
      });
    const write = (text: string) => {
      mkdirSync(join(folder, 'docs/api'), { recursive: true });
      writeFileSync(join(folder, landed.landedFile), text);
    };
    const commit = (text: string) => {
      write(text);
      git('add', '-A');
      git('commit', '-qm', 'x');
    };
    beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'landed-'))));
    afterEach(() => rmSync(folder, { recursive: true }));

    it('are those of every commit on main; what a branch writes into the file, or takes out, counts for nothing', () => {
      git('init', '-q', '-b', 'main');
      commit('{"a":1}');
      commit('{"a":2}');
      git('checkout', '-qb', 'work');
      commit('{"a":3}');
      rmSync(join(folder, landed.landedFile));
      expect(landed.landedContracts(folder)).toEqual([{ a: 2 }, { a: 1 }]);
      git('checkout', '-qf', 'main');
      git('merge', '-q', 'work');
      expect(landed.landedContracts(folder)).toEqual([{ a: 3 }, { a: 2 }, { a: 1 }]);
    });

    it('are those of the commits that there are, where no branch is called main', () => {
      git('init', '-q', '-b', 'trunk');
      commit('{"a":1}');
      expect(landed.landedContracts(folder)).toEqual([{ a: 1 }]);
    });

    it('are those of the file where there is no git', () => {
      expect(landed.landedContracts(folder)).toEqual([]);
      write('{"a":1}');
      expect(landed.landedContracts(folder)).toEqual([{ a: 1 }]);
    });
  });
});
