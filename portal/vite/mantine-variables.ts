import { convertCssVariables, DEFAULT_THEME, mergeMantineTheme } from '@mantine/core';
import type { Plugin } from 'vite';
import { palette, theme, variables } from '../src/shell/theme/theme.js';

const NAME = 'virtual:mantine-variables.css';

/**
 * The theme's variables as a file. Mantine would write them into the page as a `<style>` element, which the content
 * security policy forbids.
 */
export function mantineVariables(): Plugin {
  return {
    name: 'mantine-variables',
    resolveId: (id) => (id === NAME ? `\0${NAME}` : null),
    load: (id) => (id === `\0${NAME}` ? sheet() : null),
  };
}

function sheet(): string {
  const { colors, ...rest } = mergeMantineTheme(DEFAULT_THEME, theme);
  // Of a dozen colors that nobody uses, each has 17 variables, which every page would carry.
  const used = Object.fromEntries(palette.map((name) => [name, colors[name]!]));
  return convertCssVariables(variables({ ...rest, colors: used as typeof colors }), ':root');
}
