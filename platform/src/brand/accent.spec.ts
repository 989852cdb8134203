import fc from 'fast-check';
import { wcagContrast, wcagLuminance } from 'culori';
import { accentColors, isColor } from './accent.js';

describe('accentColors', () => {
  it('gives text 4.5 : 1 on every surface, whatever the accent is', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 0xffffff }), (rgb) => {
        const accent = `#${rgb.toString(16).padStart(6, '0')}`;
        const { shades, selected, onDark } = accentColors(accent);
        expect(shades).toHaveLength(10);
        for (const color of [...shades, selected.light, selected.dark, onDark])
          expect(isColor(color)).toBe(true);
        const lightness = shades.map((color) => wcagLuminance(color));
        expect([...lightness].sort((a, b) => b - a)).toEqual(lightness);
        for (const surface of ['#ffffff', selected.light])
          expect(wcagContrast(shades[8]!, surface)).toBeGreaterThanOrEqual(4.5);
        expect(wcagContrast(shades[9]!, '#ffffff')).toBeGreaterThanOrEqual(4.5);
        for (const surface of ['#151b1e', '#1b2226', '#263036', selected.dark])
          expect(wcagContrast(onDark, surface)).toBeGreaterThanOrEqual(4.5);
      }),
    );
  });

  it('leaves an accent that is dark enough as it is', () => {
    expect(accentColors('#0b6878').shades[8]).toBe('#0b6878');
  });
});
