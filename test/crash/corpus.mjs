import { createWriteStream } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { pack } from 'tar-stream';

const WORDS = 'taxes schools harbour bicycles museum water trains budget parks council voters money roads trees'.split(' ');

/** An op-ed of its own for each number, with no two sentences alike. */
function opEd(number) {
  const word = (i) => WORDS[(number * 7 + i * 5) % WORDS.length];
  const sentences = Array.from(
    { length: 25 },
    (_, i) => `Argument ${number * 31 + i} on ${word(i)} says that ${word(i + 1)} should come before ${word(i + 2)}.`,
  );
  return `Why ${word(0)} matters, part ${number}\n\nBy Jane Doe\n\n${sentences.join(' ')}\n`;
}

/** A folder, a tarball and a JSONL file, with near-duplicates and documents that fail among them. */
export async function writeCorpus(folder) {
  await mkdir(join(folder, 'files'), { recursive: true });
  for (let n = 0; n < 40; n++) await writeFile(join(folder, 'files', `${n}.txt`), opEd(n));
  await writeFile(join(folder, 'files', 'copy.txt'), opEd(3).replace('By Jane Doe', 'By Jane Doe, evening edition'));
  await writeFile(join(folder, 'files', 'empty.txt'), '');
  const lines = Array.from({ length: 80 }, (_, n) => JSON.stringify({ id: `line-${n}`, text: opEd(100 + n) }));
  await writeFile(join(folder, 'lines.jsonl'), [...lines, '{"text": broken', ''].join('\n'));
  const tar = pack();
  for (let n = 0; n < 80; n++) tar.entry({ name: `1999/${n}.txt`, mtime: new Date(0) }, opEd(200 + n));
  tar.finalize();
  await pipeline(tar, createGzip(), createWriteStream(join(folder, 'years.tar.gz')));
}
