import { createGunzip } from 'node:zlib';
import { ArticleRejected } from '../../article/problem.ts';
import { LIMITS } from '../options.ts';

/**
 * Unpacks gzip, any number of members one after the other.
 *
 * @throws ArticleRejected `compressed-too-well`, `archive-damaged`
 */
export async function* gunzip(packed: AsyncIterable<Uint8Array>): AsyncGenerator<Buffer> {
  const meter = { packed: 0, unpacked: 0 };
  const unzip = createGunzip();
  const fed = feed(packed, unzip, meter);
  try {
    for await (const chunk of unzip as AsyncIterable<Buffer>) {
      meter.unpacked += chunk.length;
      assertHonest(meter);
      yield chunk;
    }
    await fed;
  } catch (error) {
    throw damaged(error);
  } finally {
    unzip.destroy();
    await fed.catch(() => undefined);
  }
}

/** Writes into the unzipper as fast as it takes, until either side ends. */
async function feed(
  packed: AsyncIterable<Uint8Array>,
  unzip: ReturnType<typeof createGunzip>,
  meter: Meter,
): Promise<void> {
  try {
    for await (const chunk of packed) {
      meter.packed += chunk.length;
      if (unzip.destroyed) return;
      if (!unzip.write(chunk)) await drained(unzip);
    }
    unzip.end();
  } catch (error) {
    unzip.destroy(error as Error);
  }
}

const drained = (unzip: ReturnType<typeof createGunzip>): Promise<void> =>
  new Promise((resolve) => {
    const go = () => {
      unzip.off('drain', go).off('close', go);
      resolve();
    };
    unzip.on('drain', go).on('close', go);
  });

export interface Meter {
  packed: number;
  unpacked: number;
}

/** @throws ArticleRejected `compressed-too-well` */
export function assertHonest({ packed, unpacked }: Meter): void {
  if (unpacked > LIMITS.free && unpacked > packed * LIMITS.ratio) {
    throw new ArticleRejected({ code: 'compressed-too-well', ratio: LIMITS.ratio });
  }
}

/** Errors of unpackers as ours; what is ours already stays. */
export function damaged(error: unknown): unknown {
  if (error instanceof ArticleRejected || !(error instanceof Error)) return error;
  if ('code' in error && typeof error.code === 'string' && /^E[A-Z]+$/.test(error.code)) return error;
  const detail = error.message.replace(/[.\s]+$/, '') || 'it cannot be unpacked';
  return new ArticleRejected({ code: 'archive-damaged', detail }, { cause: error });
}
