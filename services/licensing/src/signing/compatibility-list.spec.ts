import { keyFileContent } from '../../test/signing-factories.js';
import { compatibilityList } from './compatibility-list.js';

describe('compatibilityList', () => {
  it('[LIC-030] says which application is activated by which key file', () => {
    const text = compatibilityList([
      { name: '3F9A01C2.key', content: keyFileContent() },
      {
        name: '601C2A24.key',
        content: keyFileContent({
          product: { id: 'cloud-guard', name: 'Cloud Guard' },
          applications: [
            { productId: 'cloud-guard', name: 'Cloud Guard', versions: ['2.1'] },
            { productId: 'mobile-shield', name: 'Mobile Shield', versions: ['4', '5'] },
          ],
        }),
      },
    ]);
    expect(text.split('\r\n')).toEqual([
      'Which application is activated by which key file',
      '',
      'Application         Key file',
      'Cloud Guard 2.1     601C2A24.key',
      'Endpoint Shield     3F9A01C2.key',
      'Mobile Shield 4, 5  3F9A01C2.key',
      'Mobile Shield 4, 5  601C2A24.key',
      '',
      'Serial number: 3F9A01C2',
      'Order number: 2026-000123',
      'Licensee: Acme Söhne GmbH',
      'Valid until: 2027-11-21T00:00:00.000Z',
      '',
    ]);
  });
});
