import { compareSchemas } from './kit/documents/compare-schema.js';
import { inlineSchema } from './kit/json-schema.js';
import { registry, type RequestContract } from './index.js';

const withFallback = [...registry.values()].flatMap((c) => (c.kind === 'request' && c.fallback ? [c] : []));

describe.each(withFallback)('the fallback of $subject', (contract) => {
  const before = registry.get(contract.fallback!) as RequestContract;

  it('takes the same request for the same callers', () => {
    expect(before.request).toBe(contract.request);
    expect(before.callers).toEqual(expect.arrayContaining([...contract.callers]));
  });

  it('answers what fits the newer reply', () => {
    const changes = compareSchemas(
      inlineSchema(before.reply!, 'tolerant'),
      inlineSchema(contract.reply!, 'tolerant'),
    );
    expect(changes.filter(({ effect }) => effect !== 'widened' && effect !== 'gained')).toEqual([]);
  });

  it('asks for no less right', () => {
    expect(before.access).toEqual(contract.access);
  });
});
