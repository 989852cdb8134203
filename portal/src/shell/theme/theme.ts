import {
  createTheme,
  deepMerge,
  defaultCssVariablesResolver,
  type CSSVariablesResolver,
  type MantineColorsTuple,
} from '@mantine/core';

/** The accent unless the vendor has another one: /brand.css has the same variables for that (gateway/src/brand). */
const brand: MantineColorsTuple = [
  '#e8f6f8',
  '#d3eaee',
  '#a8d4dc',
  '#7abec9',
  '#55abb9',
  '#3d9fb0',
  '#2c8fa1',
  '#1d7c8d',
  '#0b6878',
  '#00525f',
];

/** Mantine's dark greys, with a touch of petrol. */
const dark: MantineColorsTuple = [
  '#d5dde1',
  '#b3bcc3',
  '#8b98a0',
  '#66747d',
  '#46545c',
  '#38444b',
  '#232c31',
  '#1b2226',
  '#151b1e',
  '#101517',
];

/** The colors that may be named, by us or by Mantine's own styles; of others there are no variables (vite/mantine-variables.ts). */
export const palette = ['dark', 'gray', 'brand', 'red', 'teal', 'yellow'] as const;

/** The system's own font, by its one name: each name that is not there is looked for among all fonts before the first line. */
const SYSTEM = 'system-ui, sans-serif';

/** Also read by the build, which makes the file of variables of it (vite/mantine-variables.ts): no React in here. */
export const theme = createTheme({
  fontFamily: SYSTEM,
  // 12, 13 (--app-small: hints, below names), 14, 16, 20, 26 pixels: docs/design.md.
  fontSizes: { xs: '0.75rem', sm: '0.875rem', md: '0.875rem', lg: '1rem', xl: '1.25rem' },
  headings: { fontFamily: SYSTEM },
  primaryColor: 'brand',
  colors: { brand, dark },
  primaryShade: { light: 8, dark: 8 },
  autoContrast: true,
  defaultRadius: 'md',
  cursorType: 'pointer',
  respectReducedMotion: true,
  focusRing: 'auto',
  components: {
    // Small text is that of hints; controls of the size sm have the body's.
    Text: {
      vars: (_theme: unknown, { size }: { size?: unknown }) => ({
        root: size === 'sm' ? { '--text-fz': 'var(--app-small)' } : {},
      }),
    },
    Menu: { defaultProps: { shadow: 'md' } },
    Loader: { defaultProps: { type: 'oval' } },
  },
});

/** Where Mantine's own greys and reds have less than 4.5 : 1 against what they stand on. */
const contrast = {
  light: {
    '--mantine-color-dimmed': '#55606a',
    '--mantine-color-error': 'var(--mantine-color-red-9)',
    '--mantine-color-placeholder': '#666f78',
    '--mantine-color-body': '#ffffff',
    '--app-background': '#f6f8f9',
    '--app-border': '#dbe2e6',
    '--app-hover': '#edf3f5',
    '--app-selected': '#e1f0f2',
    '--app-note': '#fdf6df',
    '--app-note-border': '#9a6b00',
    '--app-control': '#7d8993',
    '--app-accent': 'var(--mantine-color-brand-8)',
  },
  dark: {
    '--mantine-color-dimmed': '#b3bcc3',
    '--mantine-color-error': 'var(--mantine-color-red-4)',
    '--mantine-color-placeholder': '#a3adb5',
    '--mantine-color-body': '#1b2226',
    '--mantine-color-anchor': 'var(--mantine-color-brand-3)',
    '--mantine-color-default': '#232c31',
    '--app-background': '#141a1d',
    '--app-border': '#38444b',
    '--app-hover': '#263036',
    '--app-selected': '#1d3a41',
    '--app-note': '#3a2f12',
    '--app-note-border': '#d9b25c',
    '--app-control': '#74838c',
    '--app-accent': 'var(--mantine-color-brand-3)',
  },
};

export const variables: CSSVariablesResolver = (merged) =>
  deepMerge(defaultCssVariablesResolver(merged), { variables: { '--app-small': '0.8125rem' }, ...contrast });
