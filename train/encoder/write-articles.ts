/**
 * `npx tsx train/encoder/write-articles.ts OUT.jsonl`: the gold op-eds as the pipeline cuts them, one a line, with the
 * issue that the finder gives an article it was not trained on and what light models that never saw it say of it.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { crossValidate, type Unseen, wordModels } from '../roles/cross-validate.ts';
import { type GoldArticle, readGold, SHARED } from '../roles/gold.ts';
import { readEssays } from '../roles/read-essays.ts';

interface GoldFile {
  readonly sentences: readonly { readonly start: number; readonly end: number; readonly voice: string }[];
}

/** Whether a gold sentence covers most of a stretch. */
const covers = (gold: { start: number; end: number }, start: number, end: number): boolean =>
  2 * (Math.min(gold.end, end) - Math.max(gold.start, start)) > end - start;

const sets = await Promise.all(
  ['train', 'roles'].map(async (set) => (await readGold(set)).map((gold) => ({ set, gold }))),
);
const golds = sets.flat();
const essays = await readEssays();
const judged = [...golds.map(({ gold }) => gold), ...essays];
const { unseen } = crossValidate(judged, essays.length, wordModels(judged));
const lines = golds.map(({ set, gold }, index) => JSON.stringify(lineOf(set, gold, unseen[index]!)));
writeFileSync(process.argv[2]!, `${lines.join('\n')}\n`);

function lineOf(set: string, { article, issue, lean, roles }: GoldArticle, { found, given, own }: Unseen) {
  const gold = JSON.parse(readFileSync(join(SHARED, 'gold', set, `${article.id}.json`), 'utf8')) as GoldFile;
  const { front, sentences, text } = article;
  return {
    id: article.id,
    set,
    issue,
    lean,
    title: front.title ?? '',
    found: found ?? '',
    sentences: sentences.map(({ start, end, block }, i) => ({
      text: text.slice(start, end),
      opens: sentences[i - 1]?.block !== block,
      role: roles[i] ?? null,
      other: gold.sentences.some((s) => s.voice === 'other' && covers(s, start, end)),
    })),
    light: { given, found: own },
  };
}
