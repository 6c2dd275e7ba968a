import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { crossValidate } from './cross-validate.ts';
import { readAnnotated, readGold, readVoiced } from './gold.ts';
import { readGum } from './gum.ts';
import { readMarked, readReports } from './own-sentences.ts';
import { trainStance } from './train-stance.ts';

/**
 * `npm run train:stance` writes the models of the stance stages from ../shared/gold/train, our own
 * annotations, other op-eds whose voices are known, plain sentences of our own, and GUM; with `-- --cv` it cross-validates
 * over gold/train instead and prints the scores of the model card.
 */
const articles = await readGold(fileURLToPath(new URL('../../../shared/gold/train', import.meta.url)));
const own = await readAnnotated();
const annotated = new Set(own.map(({ gold }) => gold.id));
const voiced = (await readVoiced()).filter(({ gold }) => !annotated.has(gold.id));
const others = await readGum(['train'], 'all');
const [reports, plain] = [await readReports(), await readMarked()];
if (process.argv.includes('--cv')) {
  console.log(await crossValidate(articles, { articles: own, voiced, others, reports, plain }, 5));
} else {
  const { attributions, voices, markers } = await trainStance({
    articles: [...articles, ...own],
    voiced,
    others,
    reports,
    plain,
  });
  write('find-attributions', attributions);
  write('take-voices', voices);
  write('mark-stance', markers);
}

function write(stage: string, bytes: Uint8Array): void {
  writeFileSync(new URL(`../../src/3-annotate/${stage}/model.bin`, import.meta.url), bytes);
  console.log(`${stage}: ${bytes.length} bytes`);
}
