import { accentColors } from '@tessera/platform';

/** The variables that the portal's styles are made of, for a vendor's accent; the portal has its own values of them otherwise. */
export function brandSheet(accent: string): string {
  const { shades, selected, onDark } = accentColors(accent);
  const variables = shades.map((color, n) => `--mantine-color-brand-${n}:${color}`);
  return `html:root{${variables.join(';')}}
html:root[data-mantine-color-scheme='light']{--app-selected:${selected.light}}
html:root[data-mantine-color-scheme='dark']{--app-selected:${selected.dark};--app-accent:${onDark};--mantine-color-anchor:${onDark}}
`;
}
