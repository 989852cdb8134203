import { useComputedColorScheme, useMantineColorScheme } from '@mantine/core';
import { IconMoon, IconSun } from '@tabler/icons-react';

/** The system's choice until somebody makes another one; then remembered in this browser. */
export function useScheme() {
  // To stop transitions meanwhile, it would write a <style> element into the page.
  const { setColorScheme } = useMantineColorScheme({ keepTransitions: true });
  const scheme = useComputedColorScheme('light');
  const next = scheme === 'dark' ? ('light' as const) : ('dark' as const);
  return { next, Icon: scheme === 'dark' ? IconSun : IconMoon, change: () => setColorScheme(next) };
}
