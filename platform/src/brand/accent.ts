import {
  clampChroma,
  converter,
  formatHex,
  modeLrgb,
  modeOklab,
  modeOklch,
  modeRgb,
  useMode as addMode,
  wcagContrast,
} from 'culori/fn';

// Of forty color spaces these are in use.
for (const mode of [modeRgb, modeLrgb, modeOklab, modeOklch]) addMode(mode);
const toOklch = converter('oklch');

/** Text of this color stands on shade 8, the one of buttons. */
const ON_ACCENT = '#ffffff';
/** WCAG 2.2, 1.4.3: text of any size. */
const MIN_CONTRAST = 4.5;
/** Backgrounds of the portal's dark look on which the accent is text; the lightest of them decides. */
const DARK_SURFACE = '#263036';
/** Lightness (OKLCH, 0 to 1) of the shades 0 to 7: from tints for backgrounds to what is nearly the accent. */
const LIGHTNESS = [0.965, 0.925, 0.85, 0.77, 0.7, 0.64, 0.58, 0.52];
/** Lightness of the background of what is selected in the dark look. */
const DARK_SELECTED = 0.33;
const STEP = 0.01;

export interface AccentColors {
  /** Ten shades from light to dark, `#rrggbb`; 8 is the accent itself, as dark as white text on it needs. */
  shades: string[];
  /** Background of what is selected, in the light and in the dark look. */
  selected: { light: string; dark: string };
  /** The accent as text of the dark look. */
  onDark: string;
}

/** `#rgb` or `#rrggbb`. */
export const isColor = (text: string): boolean => /^#(?:[0-9a-f]{3}|[0-9a-f]{6})$/i.test(text);

/**
 * All colors that are made of a vendor's accent. Whatever it is, text in them has at least 4.5 : 1 (WCAG 2.2): a light accent
 * is darkened where white text stands on it, a dark one is lightened where it is text on a dark page.
 * @param accent see {@link isColor}
 */
export function accentColors(accent: string): AccentColors {
  const { l = 0, c = 0, h } = toOklch(accent)!;
  // Tints have less of the color, or they would glow.
  const shade = (lightness: number, chroma = c): string =>
    formatHex(clampChroma({ mode: 'oklch', l: lightness, c: chroma, h }, 'oklch'));
  const tint = (n: number, least = 0): string =>
    shade(Math.max(LIGHTNESS[n]!, least), c * Math.min(1, 0.12 + n * 0.13));
  const selected = tint(1);
  const main = darkened(l, (lightness) => {
    const color = shade(lightness);
    return [ON_ACCENT, selected].every((other) => wcagContrast(color, other) >= MIN_CONTRAST);
  });
  // Each is lighter than the next, also where the accent is lighter than the last of them would be.
  const tints = LIGHTNESS.map((_, n) => tint(n, main + (LIGHTNESS.length - n) * STEP));
  const darkSelected = shade(DARK_SELECTED, Math.min(c, 0.04));
  const onDark = lightened(Math.max(l, LIGHTNESS[3]!), (lightness) => {
    const color = shade(lightness, c * 0.8);
    return [DARK_SURFACE, darkSelected].every((other) => wcagContrast(color, other) >= MIN_CONTRAST);
  });
  return {
    shades: [...tints, shade(main), shade(Math.max(0, main - 0.06))],
    selected: { light: selected, dark: darkSelected },
    onDark: shade(onDark, c * 0.8),
  };
}

function darkened(from: number, fits: (lightness: number) => boolean): number {
  let lightness = from;
  while (lightness > 0 && !fits(lightness)) lightness -= STEP;
  return Math.max(0, lightness);
}

function lightened(from: number, fits: (lightness: number) => boolean): number {
  let lightness = from;
  while (lightness < 1 && !fits(lightness)) lightness += STEP;
  return Math.min(1, lightness);
}
