import { drawn } from './qr-code.js';

it('draws the url of an enrollment as a PNG', async () => {
  const enrollment = {
    code: 'A',
    url: 'http://localhost:8080/enroll#code=A',
    expiresAt: '2026-01-01T00:00:00Z',
  };
  const { qr, ...rest } = await drawn(enrollment);
  expect(rest).toEqual(enrollment);
  const [head, body] = qr.split(',');
  expect(head).toBe('data:image/png;base64');
  expect(Buffer.from(body!, 'base64').subarray(1, 4).toString()).toBe('PNG');
});
