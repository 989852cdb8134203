import { foldCharacters } from '@tessera/license/format';
import { foldCode } from '@tessera/platform';

/** The SDK and the portal check a code before it is sent, the service when it arrives: they must read one thing. */
describe('the folding of codes', () => {
  it('is the same in the platform and in the package for applications, character by character', () => {
    const differences: string[] = [];
    for (let point = 0; point <= 0x10ffff; point++) {
      const character = String.fromCodePoint(point);
      if (foldCode(character) !== foldCharacters(character)) differences.push(point.toString(16));
    }
    expect(differences).toEqual([]);
  });
});
