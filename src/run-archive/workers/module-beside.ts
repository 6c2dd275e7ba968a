/** The address of a module named without its ending, as it lies in `dist` or in `src`. */
export const moduleBeside = (name: string, base: string): string =>
  new URL(`${name}.${base.endsWith('.ts') ? 'ts' : 'js'}`, base).href;
