/**
 * `npm run train:names [-- --shared DIR]`: trains the weights of find-names from shared/data/ner and shared/gold/train.
 * Deterministic; some minutes on one core. Refuses a corpus that it cannot read.
 */
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { prepare, readKnowledge } from '../../src/3-annotate/find-names/tagger.ts';
import { encodeWeights } from '../../src/3-annotate/find-names/weights.ts';
import { CORPORA, CorpusUnreadable, readCorpus } from './corpora.ts';
import { trainCrf } from './crf.ts';
import { examplesOf } from './examples.ts';
import { readGold } from './gold.ts';
import { readOwnSentences } from './own-sentences.ts';
import { LEAST_SEEN, LEAST_WEIGHT, OP_ED_WEIGHT, SETTINGS } from './settings.ts';

const OUT = new URL('../../src/3-annotate/find-names/weights.bin', import.meta.url);
/** Names that we annotated in gold/roles, which comes without. */
const OWN_NAMES = fileURLToPath(new URL('./annotations', import.meta.url));
const at = process.argv.indexOf('--shared');
const shared = at > 0 ? process.argv[at + 1]! : fileURLToPath(new URL('../../../shared', import.meta.url));

try {
  const documents = [
    ...CORPORA.flatMap((corpus) => readCorpus(`${shared}/data/ner`, corpus)),
    ...(await readGold(`${shared}/gold/train`, OP_ED_WEIGHT)),
    ...(await readGold(OWN_NAMES, OP_ED_WEIGHT, `${shared}/gold/roles`)),
    ...(await readOwnSentences(new URL('./sentences.txt', import.meta.url), OP_ED_WEIGHT)),
  ];
  const knowledge = readKnowledge();
  const examples = examplesOf(documents, (sentences) => prepare(knowledge, sentences), LEAST_SEEN);
  console.log(
    `${documents.length} documents, ${examples.allowed.length} open words, ${examples.vocabulary.size} features`,
  );
  const bytes = encodeWeights(trainCrf(examples, SETTINGS, console.log), LEAST_WEIGHT);
  writeFileSync(OUT, bytes);
  console.log(`${bytes.length} bytes in ${fileURLToPath(OUT)}`);
} catch (error) {
  if (!(error instanceof CorpusUnreadable)) throw error;
  console.error(error.message);
  process.exit(1);
}
