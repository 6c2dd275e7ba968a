import { createReadStream, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { createGunzip } from 'node:zlib';
import { extract } from 'tar-stream';
import type { Role, Voice } from '../src/article/layers.ts';
import type { Span } from '../src/article/span.ts';
import { readLexicon } from '../src/lexicon/read-lexicon.ts';

/** The folder of texts and annotations beside the checkout. */
export const SHARED = fileURLToPath(new URL('../../shared/', import.meta.url));

const ARCHIVE = 'corpora/archives/senate-filetree.tar.gz';
const TEXTS = 'corpora/texts';

/** Letter to role; see `roles/annotations.tsv`. */
const ROLES: Readonly<Record<string, Role>> = { p: 'pro', c: 'con', b: 'both', n: 'none' };

export interface Oped {
  readonly id: string;
  readonly title: string;
  readonly text: string;
}

/** An op-ed whose issue, lean, roles and voices we read ourselves. */
export interface ReadOped {
  readonly oped: Oped;
  readonly lean: string;
  readonly issue: string;
  readonly sentences: readonly (Span & { readonly role: Role; readonly voice: Voice })[];
}

/** The op-eds of `roles/annotations.tsv`. The texts stay where they are. */
export async function readOurs(): Promise<ReadOped[]> {
  const rows = readLexicon(new URL('./roles/annotations.tsv', import.meta.url), 4);
  const opeds = await opedsOf(new Set(rows.map(([file = '']) => file)));
  return rows.map(([file = '', lean = '', issue = '', roles = '']) => {
    const oped = opeds.get(file);
    if (!oped) throw new Error(`${file}: neither in ${ARCHIVE} nor in ${TEXTS}`);
    return { oped, lean, issue, sentences: sentencesOf(roles, oped.text.length) };
  });
}

/** "0n 120p 340c*": where each sentence starts and what it is; it ends where the next starts. */
function sentencesOf(roles: string, length: number): ReadOped['sentences'] {
  const starts = roles.split(' ').map((one) => {
    const match = /^(\d+)([pcbn])(\*?)$/.exec(one);
    if (!match) throw new Error(`no role: ${one}`);
    const voice: Voice = match[3] === '*' ? 'other' : 'author';
    return { start: Number(match[1]), role: ROLES[match[2]!]!, voice };
  });
  return starts.map((one, i) => ({ ...one, end: starts[i + 1]?.start ?? length }));
}

/** The op-eds asked for: senators' columns by folder and file, other texts as `texts/ID`. */
export async function opedsOf(wanted: ReadonlySet<string>): Promise<Map<string, Oped>> {
  const found = new Map<string, Oped>();
  const meta = JSON.parse(readFileSync(join(SHARED, TEXTS, 'meta.json'), 'utf8')) as Meta[];
  for (const { id, file, source, title } of meta) {
    if (!wanted.has(`texts/${id}`)) continue;
    const body = readFileSync(join(SHARED, TEXTS, source, file), 'utf8');
    found.set(`texts/${id}`, { id: `texts/${id}`, title, text: body });
  }
  const entries = createReadStream(join(SHARED, ARCHIVE)).pipe(createGunzip()).pipe(extract());
  for await (const entry of entries) {
    const path = entry.header.name.split('/').slice(-2).join('/');
    const id = path.replace(/\.txt$/, '');
    if (!wanted.has(id)) entry.resume();
    else {
      const [title = '', ...body] = (await text(entry)).trim().split('\n');
      found.set(id, { id, title: title.trim(), text: body.join('\n').trim() });
    }
  }
  return found;
}

interface Meta {
  readonly id: string;
  readonly file: string;
  readonly source: string;
  readonly title: string;
}
