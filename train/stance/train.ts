import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { trainAttributions } from './attributions.ts';
import { crossValidate } from './cross-validate.ts';
import { readGold } from './gold.ts';
import { readGum } from './gum.ts';
import { trainMarkers } from './markers.ts';

/**
 * `npm run train:stance` writes both models of the stance stages from ../shared/gold/train and GUM;
 * with `-- --cv` it cross-validates instead and prints the scores of the model card.
 */
const folder = fileURLToPath(new URL('../../../shared/gold/train', import.meta.url));
const articles = await readGold(folder);
const others = await readGum(['train'], 'all');
if (process.argv.includes('--cv')) {
  console.log(await crossValidate(articles, others, 5));
} else {
  write('find-attributions', trainAttributions(articles, others));
  write('mark-stance', trainMarkers(articles));
}

function write(stage: string, bytes: Uint8Array): void {
  writeFileSync(new URL(`../../src/3-annotate/${stage}/model.bin`, import.meta.url), bytes);
  console.log(`${stage}: ${bytes.length} bytes`);
}
