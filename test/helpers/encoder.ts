import { createRequire } from 'node:module';
import { OPTIONAL_PACKAGES } from '../../src/4-decide/encoder/runtime.ts';

const { resolve } = createRequire(import.meta.url);

const isInstalled = (name: string): boolean => {
  try {
    return resolve(name) !== '';
  } catch {
    return false;
  }
};

/** Whether the encoder's optional packages are there; without them its tests skip visibly. */
export const hasEncoder = OPTIONAL_PACKAGES.every(isInstalled);
