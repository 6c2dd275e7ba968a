import { createReadStream, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { createGunzip } from 'node:zlib';
import { extract } from 'tar-stream';
import type { Role } from '../../src/article/layers.ts';
import { readLexicon } from '../../src/lexicon/read-lexicon.ts';
import { type GoldArticle, type Line, rolesOf, SHARED, segment } from './gold.ts';

const ARCHIVE = 'corpora/archives/senate-filetree.tar.gz';
const TEXTS = 'corpora/texts';

/** Letter to role; see `annotations.tsv`. */
const ROLES: Readonly<Record<string, Role>> = { p: 'pro', c: 'con', b: 'both', n: 'none' };

/** Real op-eds whose issue, lean and sentence roles we read ourselves; see `annotations.tsv`. The texts stay where they are. */
export async function readAnnotations(): Promise<GoldArticle[]> {
  const rows = readLexicon(new URL('./annotations.tsv', import.meta.url), 4);
  const lines = await linesOf(new Set(rows.map(([file = '']) => file)));
  return Promise.all(
    rows.map(async ([file = '', lean = '', issue = '', roles = '']) => {
      const line = lines.get(file);
      if (!line) throw new Error(`${file}: neither in ${ARCHIVE} nor in ${TEXTS}`);
      const article = await segment(line);
      const sentences = spansOf(roles, line.text.length);
      return { article, issue, lean: lean as GoldArticle['lean'], roles: rolesOf(article, { sentences }) };
    }),
  );
}

/** "0n 120p 340c*": where each sentence starts and what it is; it ends where the next starts. */
function spansOf(roles: string, length: number): { start: number; end: number; role: Role }[] {
  const starts = roles.split(' ').map((one) => {
    const match = /^(\d+)([pcbn])\*?$/.exec(one);
    if (!match) throw new Error(`no role: ${one}`);
    return { start: Number(match[1]), role: ROLES[match[2]!]! };
  });
  return starts.map(({ start, role }, i) => ({ start, role, end: starts[i + 1]?.start ?? length }));
}

/** The articles asked for: senators' columns by folder and file, other texts as `texts/ID`. */
async function linesOf(wanted: ReadonlySet<string>): Promise<Map<string, Line>> {
  const found = new Map<string, Line>();
  const meta = JSON.parse(readFileSync(join(SHARED, TEXTS, 'meta.json'), 'utf8')) as Meta[];
  for (const { id, file, source, title } of meta) {
    if (!wanted.has(`texts/${id}`)) continue;
    found.set(`texts/${id}`, {
      id: `texts/${id}`,
      title,
      text: readFileSync(join(SHARED, TEXTS, source, file), 'utf8'),
    });
  }
  const entries = createReadStream(join(SHARED, ARCHIVE)).pipe(createGunzip()).pipe(extract());
  for await (const entry of entries) {
    const id = entry.header.name
      .split('/')
      .slice(-2)
      .join('/')
      .replace(/\.txt$/, '');
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
