import type { DocumentEntry, ItemEntry, PassEntry, RunEntry } from './entries.ts';
import { entriesOf } from './ledger.ts';

/** What earlier commands have done in this folder, without the items: one pass or two an input. */
export interface History {
  /** The last command's; null in a new folder. */
  readonly run: RunEntry | null;
  readonly finished: boolean;
  readonly nextPass: number;
  readonly inputs: ReadonlyMap<string, Readings>;
  /** Paths of inputs that are no longer in the outputs. */
  readonly gone: ReadonlySet<string>;
}

/** The readings of one input that still count. */
export interface Readings {
  /** The last one that came to its end. */
  readonly ended: EndedPass | null;
  /** One begun after that and not ended. */
  readonly begun: PassEntry | null;
}

export interface EndedPass extends PassEntry {
  readonly items: number;
  readonly failed: number;
}

const NONE: Readings = { ended: null, begun: null };

export async function readHistory(folder: string): Promise<History> {
  let run: RunEntry | null = null;
  let finished = false;
  let nextPass = 0;
  let gone: readonly string[] = [];
  const inputs = new Map<string, Readings>();
  const paths = new Map<number, string>();
  for await (const { entry } of entriesOf(folder)) {
    if (entry.kind === 'item' || entry.kind === 'document') continue;
    finished = entry.kind === 'finished';
    if (entry.kind === 'finished') gone = entry.gone;
    if (entry.kind === 'run') run = entry;
    if (entry.kind === 'pass') {
      nextPass = entry.pass + 1;
      paths.set(entry.pass, entry.path);
      inputs.set(entry.path, { ...(inputs.get(entry.path) ?? NONE), begun: entry });
    }
    if (entry.kind === 'end') {
      const { begun } = inputs.get(paths.get(entry.pass) ?? '') ?? NONE;
      if (begun?.pass !== entry.pass) continue;
      inputs.set(begun.path, { ended: { ...begun, items: entry.items, failed: entry.failed }, begun: null });
    }
  }
  return { run, finished, nextPass, inputs, gone: new Set(gone) };
}

/** What the items of some passes spare the run. */
export interface Done {
  readonly passes: ReadonlyMap<number, DonePart>;
  /** Records of passes that are redone, by the hash of their work. */
  readonly made: ReadonlyMap<string, ItemEntry>;
  /** All items of the passes whose failures are replayed, by pass. */
  readonly replayed: ReadonlyMap<number, readonly ItemEntry[]>;
}

/** How far a pass has come that now goes on. */
export interface DonePart {
  /** Documents that are done, by their number, and items done of other documents, as `n.m`. */
  readonly numbers: Set<string>;
  /** Number of the last document that came to an item, -1 where none did. */
  last: number;
  items: number;
  failed: number;
}

/** Looks up the items of the passes that go on or are redone; of no others, for an archive may have millions. */
export async function readDone(
  folder: string,
  continued: ReadonlySet<number>,
  redone: ReadonlySet<number>,
  failing: ReadonlySet<number>,
): Promise<Done> {
  const passes = new Map([...continued].map((pass) => [pass, nothingDone()]));
  const made = new Map<string, ItemEntry>();
  const replayed = new Map([...failing].map((pass) => [pass, [] as ItemEntry[]]));
  if (continued.size + redone.size === 0) return { passes, made, replayed };
  for await (const { entry } of entriesOf(folder)) {
    if (entry.kind !== 'item' && entry.kind !== 'document') continue;
    const part = passes.get(entry.pass);
    if (part) count(part, entry);
    if (entry.kind === 'item' && entry.made && redone.has(entry.pass)) made.set(entry.work, entry);
    if (entry.kind === 'item') replayed.get(entry.pass)?.push(entry);
  }
  return { passes, made, replayed };
}

export const nothingDone = (): DonePart => ({ numbers: new Set(), last: -1, items: 0, failed: 0 });

function count(part: DonePart, entry: ItemEntry | DocumentEntry): void {
  const isPart = entry.kind === 'item' && entry.m !== null;
  part.numbers.add(isPart ? `${entry.n}.${entry.m}` : String(entry.n));
  if (entry.kind === 'document') return;
  part.items++;
  part.last = Math.max(part.last, entry.n);
  if (entry.failed) part.failed++;
}
