import type { EngineName } from '../4-decide/deciders.ts';
import { loadRuntime } from '../4-decide/encoder/runtime.ts';
import { windowsOf } from '../4-decide/encoder/windows.ts';

/** Whether an engine can be used on this machine, and if not, why. */
export interface EngineState {
  readonly name: EngineName;
  readonly ready: boolean;
  /** One sentence for the user. */
  readonly detail: string;
}

/** Tries every engine: loads what it needs, checks its files, and reads one word with it. */
export async function checkEngines(): Promise<EngineState[]> {
  return [{ name: 'light', ready: true, detail: 'Built in, nothing to install; the default.' }, await checkEncoder()];
}

async function checkEncoder(): Promise<EngineState> {
  try {
    const runtime = await loadRuntime();
    await runtime.vectorsOf(windowsOf(runtime.pieces, '', ['ready'])[0]!);
    return { name: 'encoder', ready: true, detail: 'Installed, its files as published; --engine encoder uses it.' };
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return { name: 'encoder', ready: false, detail: `${why[0]?.toUpperCase()}${why.slice(1)}.` };
  }
}
