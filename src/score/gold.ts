import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { ENTITY_TYPES, MARKER_KINDS } from '../article/layers.ts';
import { RunStopped } from '../article/problem.ts';

const span = z.object({ start: z.number().int(), end: z.number().int() });

/** An article annotated by hand, standoff: positions are UTF-16 code units into `text`, half-open. */
const goldSchema = z.object({
  id: z.string(),
  issue: z.string().nullable(),
  verdict: z.object({ lean: z.string() }),
  sentences: z.array(span.extend({ role: z.enum(['pro', 'con', 'both', 'none']), voice: z.enum(['author', 'other']) })),
  entities: z.array(span.extend({ type: z.enum(ENTITY_TYPES), canonical: z.string() })).default([]),
  markers: z.array(span.extend({ kind: z.enum(MARKER_KINDS) })).default([]),
  attributions: z.array(z.object({ source: span.nullable(), content: span })).default([]),
  /** What was annotated beside roles, voice, issue and verdict; all when it is not said. */
  layers: z.array(z.string()).optional(),
});

export type Gold = z.infer<typeof goldSchema> & { readonly text: string };

/**
 * The gold files of a folder: `<id>.json` beside `<id>.txt`, as in `corpora/` and as the review of a report saves them.
 *
 * @throws RunStopped naming the file that is no gold file, or saying that there is none.
 */
export function readGold(folder: string): Gold[] {
  if (!existsSync(folder)) throw new RunStopped(`There is no folder ${folder}.`);
  const files = readdirSync(folder).filter((name) => name.endsWith('.json') && !name.endsWith('sources.json'));
  if (files.length === 0) throw new RunStopped(`${folder} holds no gold file: <id>.json beside <id>.txt.`);
  return files.sort().map((name) => goldFile(join(folder, name)));
}

function goldFile(file: string): Gold {
  const textFile = file.replace(/json$/, 'txt');
  if (!existsSync(textFile)) throw new RunStopped(`${file} has no text beside it: ${textFile} is missing.`);
  const read = goldSchema.safeParse(parsed(file));
  if (!read.success) {
    const { path, message } = read.error.issues[0]!;
    throw new RunStopped(`${file} is no gold file: ${path.join('.')}: ${message}.`);
  }
  return { ...read.data, text: readFileSync(textFile, 'utf8') };
}

function parsed(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    throw new RunStopped(`${file} is not valid JSON: ${(error as Error).message}.`, { cause: error });
  }
}
