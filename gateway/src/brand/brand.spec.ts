import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { testServers } from '@tessera/platform/testing';
import { readConfig } from '../config.js';
import { startGateway, type RunningGateway } from '../gateway.js';
import { PREFIX } from '../http/routes.js';
import { readImages } from './brand-images.js';
import { brandSheet } from './brand-sheet.js';

const links = { terms: { en: 'https://vendor.example/terms', de: 'https://vendor.example/de/terms' } };

describe('the brand', () => {
  let gateway: RunningGateway;
  let folder: string;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'brand-'));
    writeFileSync(join(folder, 'logo.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>');
    const { nats, natsUser, natsPassword } = testServers();
    gateway = await startGateway({
      NATS_URL: nats,
      NATS_USER: natsUser,
      NATS_PASSWORD: natsPassword,
      PORT: '0',
      LOG_LEVEL: 'silent',
      BLOB_URL: 'file:///tmp/tessera-brand-spec',
      PORTAL_DIR: '/nowhere',
      BRAND_NAME: 'Contoso & Söhne',
      BRAND_ACCENT: '#ffcc00',
      BRAND_LOGO: join(folder, 'logo.svg'),
      BRAND_SUPPORT: 'help@contoso.example',
      BRAND_LINKS: JSON.stringify(links),
      BRAND_POWERED_BY: 'false',
    });
  });
  afterAll(async () => {
    await gateway?.stop();
    rmSync(folder, { recursive: true });
  });

  const get = (path: string, headers: Record<string, string> = {}) =>
    fetch(`${gateway.url}${path}`, { headers });

  it('is sent to every client, and not again to one that has it', async () => {
    const answer = await get(`${PREFIX}/brand`);
    expect(await answer.json()).toEqual({
      name: 'Contoso & Söhne',
      accent: '#ffcc00',
      support: 'help@contoso.example',
      links,
      poweredBy: false,
    });
    const known = { 'if-none-match': answer.headers.get('etag')! };
    expect((await get(`${PREFIX}/brand`, known)).status).toBe(304);
    expect((await get(`${PREFIX}/brand?limit=0`)).status).toBe(400);
  });

  it('gives the portal its colors, of which a light accent is darkened', async () => {
    const answer = await get('/brand.css');
    expect(answer.headers.get('content-type')).toBe('text/css; charset=utf-8');
    const sheet = await answer.text();
    expect(sheet).toBe(brandSheet('#ffcc00'));
    expect(/--mantine-color-brand-8:(#[0-9a-f]{6})/.exec(sheet)![1]).not.toBe('#ffcc00');
  });

  it('shows the vendor’s image, which cannot run as a page, and letters where there is none', async () => {
    const logo = await get('/brand/logo');
    expect([logo.status, logo.headers.get('content-type')]).toEqual([200, 'image/svg+xml']);
    expect(logo.headers.get('content-security-policy')).toContain('sandbox');
    expect(await (await get('/brand/logo-dark')).text()).toBe(await logo.text());
    expect(await (await get('/brand/favicon')).text()).toContain('>CS</text>');
    expect((await get('/brand/other')).status).toBe(404);
  });

  it('names the API’s page', async () => {
    expect(await (await get('/api/docs')).text()).toContain('<title>Contoso &amp; Söhne API</title>');
  });

  it.each([
    ['BRAND_ACCENT', 'red'],
    ['BRAND_SUPPORT', 'javascript:alert(1)'],
    ['BRAND_LINKS', 'https://vendor.example'],
    ['BRAND_LINKS', '{"help":{"en":"https://vendor.example"}}'],
    ['BRAND_LINKS', '{"terms":{"en":"javascript:alert(1)"}}'],
    ['BRAND_LINKS', '{"terms":{}}'],
  ])('does not start with %s=%s', (name, value) => {
    expect(() => readConfig({ NATS_URL: 'nats://localhost', [name]: value })).toThrow(name);
  });

  it.each([
    ['a file that is not there', '/nowhere/logo.svg'],
    ['something else than a picture', '/etc/hostname'],
  ])('does not start with %s', (_, file) => {
    const config = readConfig({ NATS_URL: 'nats://localhost', BRAND_LOGO: file });
    expect(() => readImages(config)).toThrow('BRAND_LOGO');
  });
});
