import { ConfigurationError, readEnvironment, serviceVariables, variable } from './environment.js';

describe('the configuration', () => {
  it('tells everything that is wrong at once, and no value', () => {
    const read = () =>
      readEnvironment(
        { ...serviceVariables, SMTP_URL: variable.url(['smtp']), PEPPER: variable.secret(32) },
        {
          DATABASE_URL: 'mysql://secret@host/x',
          DATA_KEY: 'k1:short',
          DATABASE_POOL: '1',
          MIGRATE_ON_START: 'yes',
          LOG_LEVEL: 'loud',
          PEPPER: 'c2VjcmV0',
        },
      );
    expect(read).toThrow(ConfigurationError);
    try {
      read();
    } catch (error) {
      const { faults, message } = error as ConfigurationError;
      expect(faults.map((f) => f.split(' ')[0])).toEqual([
        'LOG_LEVEL',
        'DATABASE_URL',
        'DATABASE_POOL',
        'DATA_KEY',
        'MIGRATE_ON_START',
        'SMTP_URL',
        'PEPPER',
      ]);
      expect(message).not.toMatch(/secret@|short|c2VjcmV0/);
    }
  });

  it('takes defaults for what is not set, also for what is set to nothing', () => {
    const config = readEnvironment(
      { A: variable.integer({ fallback: 7, min: 1, max: 9 }), B: variable.flag(true) },
      { A: '' },
    );
    expect(config).toEqual({ A: 7, B: true });
  });
});
