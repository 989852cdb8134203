import { InMemorySpanExporter, SimpleSpanProcessor } from '@opentelemetry/sdk-trace-node';
import { traceSql } from '../database/sql-spans.js';
import { eventually, TestService } from '../testing/index.js';
import { addNote, probe } from '../../test/probe-service.js';
import { readBuildInfo } from './build-info.js';
import { startTelemetry, stopTelemetry } from './telemetry.js';

describe('traces', () => {
  const exporter = new InMemorySpanExporter();
  let test: TestService;
  beforeAll(async () => {
    await startTelemetry(
      readBuildInfo('test', import.meta.url),
      undefined,
      new SimpleSpanProcessor(exporter),
    );
    traceSql();
    test = await TestService.start(probe);
  });
  afterAll(async () => {
    await test.stop();
    await stopTelemetry();
  });

  it('follows a request from the caller over the bus into SQL, and on with its event to the consumer', async () => {
    await test.ask(addNote, { text: 'traced' }, test.identity.actor({ rights: ['notes.add'] }));
    await eventually(() => {
      const spans = exporter.getFinishedSpans();
      const root = spans.find((s) => s.name === 'ask rpc.probe.note.add.v1')!;
      const ofTrace = spans.filter((s) => s.spanContext().traceId === root.spanContext().traceId);
      const names = ofTrace.map((s) => s.name);
      expect(names).toEqual(
        expect.arrayContaining([
          'ask rpc.probe.note.add.v1',
          'answer rpc.probe.note.add.v1',
          expect.stringMatching(/^insert into note/),
          expect.stringMatching(/^insert into outbox/),
          'hear evt.probe.note.added.v1',
        ]),
      );
      const insert = ofTrace.find((s) => s.name.startsWith('insert into note'))!;
      const answer = ofTrace.find((s) => s.name.startsWith('answer'))!;
      expect(insert.parentSpanContext!.spanId).toBe(answer.spanContext().spanId);
      expect(JSON.stringify(insert.attributes)).not.toContain('traced');
      // The first has no parent, and all others one that somebody else sees too.
      const ids = ofTrace.map((s) => s.spanContext().spanId);
      expect(ofTrace.filter((s) => !s.parentSpanContext).map((s) => s.name)).toEqual([root.name]);
      for (const s of ofTrace) expect([undefined, ...ids]).toContain(s.parentSpanContext?.spanId);
    });
  });
});
