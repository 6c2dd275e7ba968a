import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** The folder beside the checkout with gold, pages and archives; a fresh clone has none, and such tests skip visibly. */
export const SHARED = fileURLToPath(new URL('../../../shared/', import.meta.url));

export const hasShared = existsSync(SHARED);
