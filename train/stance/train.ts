import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { crossValidate } from './cross-validate.ts';
import { readAnnotated, readGold } from './gold.ts';
import { readGum } from './gum.ts';
import { trainStance } from './train-stance.ts';

/**
 * `npm run train:stance` writes both models of the stance stages from ../shared/gold/train,
 * our own annotations of op-eds in ../shared/gold/roles, and GUM;
 * with `-- --cv` it cross-validates instead and prints the scores of the model card.
 */
const folder = fileURLToPath(new URL('../../../shared/gold/train', import.meta.url));
const articles = await readGold(folder);
const own = await readAnnotated(
  fileURLToPath(new URL('../../../shared/gold/roles', import.meta.url)),
  fileURLToPath(new URL('./annotations', import.meta.url)),
);
const others = await readGum(['train'], 'all');
if (process.argv.includes('--cv')) {
  console.log(await crossValidate(articles, own, others, 5));
} else {
  const { attributions, markers } = await trainStance([...articles, ...own], others);
  write('find-attributions', attributions);
  write('mark-stance', markers);
}

function write(stage: string, bytes: Uint8Array): void {
  writeFileSync(new URL(`../../src/3-annotate/${stage}/model.bin`, import.meta.url), bytes);
  console.log(`${stage}: ${bytes.length} bytes`);
}
