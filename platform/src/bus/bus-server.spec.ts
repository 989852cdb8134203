import { Module } from '@nestjs/common';
import { contractHash } from '../observability/build-info.js';
import { codeOf, TestService } from '../testing/index.js';
import { probe, ReadBigHandler, readBig, WaitForHandler, waitFor } from '../../test/probe-service.js';

@Module({ controllers: [ReadBigHandler, WaitForHandler] })
class OneMissing {}

@Module({
  controllers: [
    ...(Reflect.getMetadata('controllers', probe.module) as []),
    class Second extends WaitForHandler {},
  ],
})
class OneTwice {}

describe('a service', () => {
  const startOf = async (module: typeof OneMissing) => {
    let test: TestService | undefined;
    try {
      test = await TestService.start({ ...probe, module }, { instances: 1 });
      return 'started';
    } catch (error) {
      return (error as Error).message;
    } finally {
      await test?.stop();
    }
  };

  it('refuses to start when a contract of its own has no handler', async () => {
    expect(await startOf(OneMissing)).toContain('rpc.probe.note.add.v1 has no handler');
  });

  it('refuses to start when a contract has two handlers', async () => {
    expect(await startOf(OneTwice)).toContain('rpc.probe.clock.wait.v1 has two handlers');
  });

  it('tells operators name, version, contracts and figures over the services API of NATS', async () => {
    const test = await TestService.start(probe);
    try {
      await test.ask(waitFor, { milliseconds: 0 }, null);
      await codeOf(test.ask(readBig, { bytes: 1 }, null));
      const ping = await test.request<Record<string, unknown>>('$SRV.PING.probe');
      expect(ping).toMatchObject({
        type: 'io.nats.micro.v1.ping_response',
        name: 'probe',
        version: expect.stringMatching(/^\d+\.\d+\.\d+$/),
        metadata: { 'contract-hash': contractHash('probe'), commit: 'unpacked', build: 'unpacked' },
      });
      const info = await test.request<{ endpoints: { subject: string }[] }>('$SRV.INFO.probe');
      expect(info.endpoints.map((e) => e.subject)).toContain(waitFor.subject);
      const stats = await test.request<{ endpoints: { subject: string; num_requests: number }[] }>(
        `$SRV.STATS.probe.${String(ping.id)}`,
      );
      expect(stats.endpoints.find((e) => e.subject === waitFor.subject)).toMatchObject({
        num_requests: 1,
        num_errors: 0,
      });
    } finally {
      await test.stop();
    }
  });
});
