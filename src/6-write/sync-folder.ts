import { open } from 'node:fs/promises';

/** Makes names in a folder durable: a new or renamed file may else be gone after a power loss. Windows cannot sync folders and need not. */
export async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  await handle.sync().finally(() => handle.close());
}
