import { toFileName } from './file-name.js';

describe('toFileName', () => {
  it.each([
    ['report.pdf', 'report.pdf'],
    ['Bericht für März.pdf', 'Bericht für März.pdf'],
    ['../../etc/passwd', 'passwd'],
    ['..\\..\\windows\\system32\\cmd.exe', 'cmd.exe'],
    ['/etc/shadow', 'shadow'],
    ['C:\\boot.ini', 'boot.ini'],
    ['nul\0l.txt', '_null.txt'.slice(1)],
    ['CON', '_CON'],
    ['com1.log', '_com1.log'],
    ['photo\u202egpj.exe', 'photogpj.exe'],
    ['a\r\nSet-Cookie: x=1.txt', 'aSet-Cookie_ x=1.txt'],
    ['say "hi"<b>.svg', 'say _hi__b_.svg'],
    ['..', 'file'],
    ['', 'file'],
    ['   ', 'file'],
    ['.hidden', 'hidden'],
    ['name. . ', 'name'],
    ['\ud800lone.txt', 'lone.txt'],
    ['a/b/', 'file'],
  ])('makes of %j the harmless %j', (said, expected) => {
    expect(toFileName(said)).toBe(expected);
  });

  it('cuts a name of 4,096 characters in front of its extension, within 200 bytes', () => {
    const name = toFileName(`${'ü'.repeat(4_086)}.tar.gz`);
    expect(Buffer.byteLength(name)).toBeLessThanOrEqual(200);
    expect(name).toMatch(/^ü+\.gz$/);
  });
});
