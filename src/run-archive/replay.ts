import type { RawDocument } from '../1-read/options.ts';
import type { ItemEntry } from './ledger/entries.ts';
import type { Quarantine } from './quarantine.ts';

/** What an earlier pass made of a document, or its original bytes, of which something failed. */
export type Replayed = {
  readonly n: number;
  /** Of the input, 0 to 1. */
  readonly share: number;
} & ({ readonly items: readonly ItemEntry[] } | { readonly held: RawDocument });

/** The documents of an earlier pass in the order of reading; what failed as it lies in quarantine, where it does. */
export async function* replayed(items: readonly ItemEntry[], quarantine: Quarantine): AsyncGenerator<Replayed> {
  const documents = documentsOf(items);
  const share = 1 / documents.size;
  for (const [n, own] of documents) {
    const held = await heldOf(own, quarantine);
    yield held ? { n, share, held } : { n, share, items: own };
  }
}

/** Whether quarantine holds all documents of which something failed. */
export async function isAllHeld(items: readonly ItemEntry[], quarantine: Quarantine): Promise<boolean> {
  for (const own of documentsOf(items).values()) {
    if (own.some(({ failed }) => failed) && !(await heldOf(own, quarantine))) return false;
  }
  return true;
}

async function heldOf(items: readonly ItemEntry[], quarantine: Quarantine): Promise<RawDocument | null> {
  const failed = items.find((item) => item.failed)?.failed;
  return failed ? quarantine.document(failed) : null;
}

function documentsOf(items: readonly ItemEntry[]): Map<number, ItemEntry[]> {
  const documents = new Map<number, ItemEntry[]>();
  for (const item of [...items].sort((a, b) => a.n - b.n || (a.m ?? 0) - (b.m ?? 0))) {
    const own = documents.get(item.n);
    if (own) own.push(item);
    else documents.set(item.n, [item]);
  }
  return documents;
}
