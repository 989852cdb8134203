import { problemOf, TusClient } from '../../test/uploads/tus-client.js';
import { UploadWorld } from '../../test/uploads/upload-world.js';

let world: UploadWorld;
let first: TusClient;
beforeAll(async () => {
  world = await UploadWorld.start();
  first = new TusClient(await world.addGateway());
});
afterAll(() => world.stop());

describe('GET /attachments/:id', () => {
  it('serves a download and nothing that a browser would run', async () => {
    const actor = world.person();
    const id = await first.uploaded(actor, '<svg onload="alert(1)"/>', '../x/“Bild" 1\r\n.svg');
    const response = await first.download(actor, id);
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-type': 'application/octet-stream',
      'x-content-type-options': 'nosniff',
      'content-length': '24',
      'accept-ranges': 'bytes',
    });
    expect(response.headers.get('content-disposition')).toBe(
      `attachment; filename="_Bild_ 1.svg"; filename*=UTF-8''%E2%80%9CBild_%201.svg`,
    );
    expect(await response.text()).toBe('<svg onload="alert(1)"/>');
  });

  it.each([
    ['bytes=0-3', 206, '0123', 'bytes 0-3/10'],
    ['bytes=7-', 206, '789', 'bytes 7-9/10'],
    ['bytes=-2', 206, '89', 'bytes 8-9/10'],
    ['bytes=8-99', 206, '89', 'bytes 8-9/10'],
    ['bytes=0-1,3-4', 200, '0123456789', null],
    ['lines=1-2', 200, '0123456789', null],
  ])('answers Range %s with %i', async (range, status, text, contentRange) => {
    const actor = world.person();
    const response = await first.download(actor, await first.uploaded(actor, '0123456789'), { range });
    expect([response.status, await response.text(), response.headers.get('content-range')]).toEqual([
      status,
      text,
      contentRange,
    ]);
  });

  it('refuses a range outside of the file', async () => {
    const actor = world.person();
    const response = await first.download(actor, await first.uploaded(actor, '0123456789'), {
      range: 'bytes=10-',
    });
    expect(response.headers.get('content-range')).toBe('bytes */10');
    expect(await problemOf(response)).toEqual([416, 'RANGE_NOT_SATISFIABLE']);
  });

  it('answers HEAD, and a range of another version with the whole', async () => {
    const actor = world.person();
    const id = await first.uploaded(actor, '0123456789');
    const asked = await first.download(actor, id, {}, 'HEAD');
    expect([asked.status, asked.headers.get('content-length')]).toEqual([200, '10']);
    const whole = await first.download(actor, id, { range: 'bytes=0-1', 'if-range': '"older"' });
    expect([whole.status, await whole.text()]).toEqual([200, '0123456789']);
  });

  it('serves an empty file', async () => {
    const actor = world.person();
    const id = await first.announced(actor, 0);
    const response = await first.download(actor, id);
    expect([response.status, response.headers.get('content-length'), await response.text()]).toEqual([
      200,
      '0',
      '',
    ]);
  });

  it('is 404 for strangers, for unfinished uploads and for ids that are none', async () => {
    const actor = world.person();
    const id = await first.uploaded(actor, 'mine');
    const unfinished = await first.announced(actor, 5);
    const stranger = world.person({ companyId: actor.companyId });
    for (const response of [
      await first.download(stranger, id),
      await first.download(actor, unfinished),
      await first.download(actor, '..%2f..%2fetc%2fpasswd'),
    ]) {
      expect(await problemOf(response)).toEqual([404, 'NOT_FOUND']);
    }
  });
});
