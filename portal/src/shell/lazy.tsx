import { lazy as later, useState, type ComponentType } from 'react';

/** A component whose code comes when it is first shown, or when it is asked for before. */
export type Lazy<Props extends object = object> = ComponentType<Props> & { preload(): Promise<unknown> };

/**
 * React's `lazy`, and the means to load beforehand. What is there already is shown at once: React would first show that
 * something is being loaded, and then keep that up for 300 ms.
 */
export function lazy<Props extends object>(
  load: () => Promise<{ default: ComponentType<Props> }>,
): Lazy<Props> {
  let there: ComponentType<Props> | undefined;
  const begin = async () => {
    const module = await load();
    there = module.default;
    return module;
  };
  const Late = later(begin) as unknown as ComponentType<Props>;
  function Shown(props: Props) {
    // It stays what it was at first, since another component would forget what this one knows.
    const [Component] = useState(() => there ?? Late);
    return <Component {...props} />;
  }
  return Object.assign(Shown, { preload: begin });
}
