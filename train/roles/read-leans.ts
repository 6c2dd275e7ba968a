import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { createGunzip } from 'node:zlib';
import { extract } from 'tar-stream';
import { readLexicon } from '../../src/lexicon/read-lexicon.ts';
import { type GoldArticle, SHARED, segment } from './gold.ts';

const ARCHIVE = 'corpora/archives/senate-filetree.tar.gz';

/** Op-eds of which only issue and lean are known; see `leans.tsv`. Their sentences have no roles. */
export async function readLeans(): Promise<GoldArticle[]> {
  const labels = readLexicon(new URL('./leans.tsv', import.meta.url), 3);
  const texts = await textsOf(new Set(labels.map(([file = '']) => `${file}.txt`)));
  return Promise.all(
    labels.map(async ([file = '', lean = '', issue = '']) => {
      const [title = '', ...body] = (texts.get(`${file}.txt`) ?? '').trim().split('\n');
      if (body.length === 0) throw new Error(`${file}: not in ${ARCHIVE}`);
      const article = await segment({ id: file, title: title.trim(), text: body.join('\n').trim() });
      return { article, issue, lean: lean === 'pro' ? 'pro' : 'con', roles: article.sentences.map(() => null) };
    }),
  );
}

/** The files asked for, by their last two path segments. */
async function textsOf(wanted: ReadonlySet<string>): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  const entries = createReadStream(join(SHARED, ARCHIVE)).pipe(createGunzip()).pipe(extract());
  for await (const entry of entries) {
    const name = entry.header.name.split('/').slice(-2).join('/');
    if (wanted.has(name)) found.set(name, await text(entry));
    else entry.resume();
  }
  return found;
}
