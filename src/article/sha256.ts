import { createHash } from 'node:crypto';

/** 64 hex digits; of a string, of its UTF-8. Ids, fingerprints and names of kept files are beginnings of it. */
export const sha256 = (data: string | Uint8Array): string => createHash('sha256').update(data).digest('hex');
