/**
 * `npx tsx train/encoder/write-articles.ts OUT.jsonl`: all op-eds that may be learnt from as the pipeline cuts them, one a
 * line, with the issue that a finder which never saw the article gives it and what light models that never saw it say.
 */
import { writeFileSync } from 'node:fs';
import { crossValidate, type Said, type Unseen, wordModels } from '../roles/cross-validate.ts';
import { type GoldArticle, readGold } from '../roles/gold.ts';
import { readAnnotations } from '../roles/read-annotations.ts';
import { readEssays } from '../roles/read-essays.ts';

const sets: readonly (readonly [string, readonly GoldArticle[]])[] = [
  ['train', await readGold('train')],
  ['roles', await readGold('roles')],
  ['ann', await readAnnotations()],
  ['essays', await readEssays()],
];
const golds = sets.flatMap(([, all]) => all);
const names = sets.flatMap(([name, all]) => all.map(() => name));
const { unseen } = crossValidate(golds, sets.at(-1)![1].length, wordModels(golds));
const lines = golds.map((gold, index) => JSON.stringify(lineOf(names[index]!, gold, unseen[index]!)));
writeFileSync(process.argv[2]!, `${lines.join('\n')}\n`);

function lineOf(set: string, { article, issue, lean, roles }: GoldArticle, { found, given, own }: Unseen) {
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
    })),
    light: { given: rounded(given), found: rounded(own) },
  };
}

function rounded({ pro, roles }: Said): Said {
  return { pro, roles: roles.map((row) => row.map((chance) => Math.round(chance * 1000) / 1000)) };
}
