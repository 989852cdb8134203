import { convertCssVariables, DEFAULT_THEME, mergeMantineTheme } from '@mantine/core';
import type { Plugin } from 'vite';
import { theme, variables } from '../src/shell/theme/theme.js';

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
  return convertCssVariables(variables(mergeMantineTheme(DEFAULT_THEME, theme)), ':root');
}
