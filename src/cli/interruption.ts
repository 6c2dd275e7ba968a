/** Aborts at the first Ctrl-C, so that the run ends in order; a second one ends the process at once. */
export function interruption(): AbortSignal {
  const controller = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => controller.abort());
  return controller.signal;
}

/** Whether work ended because of it. */
export const isInterruption = (error: unknown): boolean => error instanceof DOMException && error.name === 'AbortError';
