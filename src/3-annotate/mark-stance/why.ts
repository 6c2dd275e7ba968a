import { KINDS, PATTERNS } from './lexicon.ts';

/** What each kind of marker carries, in words; see docs/stance.md. */
const KIND: Readonly<Record<string, string>> = {
  hedge: 'withholds full commitment',
  booster: 'adds certainty or emphasis',
  attitude: "shows the writer's feeling or judgement",
  self_mention: 'brings the author in as a person',
  engagement: 'draws the reader in',
  attribution: "reports someone else's view",
  concession: 'grants or contrasts something',
  obligation: 'says what ought to be done',
};

/** What a list's family is about, where its name alone does not say it. */
const FAMILY: Readonly<Record<string, string>> = {
  'hedge/modal': 'a modal verb of possibility',
  'hedge/seeming': 'a word of seeming',
  'hedge/belief': "a verb for the writer's own belief",
  'hedge/viewpoint': 'a phrase that limits a claim to a point of view',
  'hedge/extent': 'a word that limits how far a claim goes',
  'hedge/approximator': 'a word that makes a claim approximate',
  'booster/actuality': 'a word that claims to tell how things really are',
  'booster/emphatic': 'a word of degree or emphasis',
  'booster/fact': 'a phrase that puts a claim down as a fact',
  'attitude/comment': 'an adverb that comments on the whole statement',
  'attitude/charged': 'a strongly evaluative word',
  'attitude/judgement': 'a word of judgement',
  'attitude/affect': 'a word of feeling',
  'attitude/opinion': 'a word of praise or blame',
  'attitude/quality': 'a word for a good or bad quality',
  'attitude/thing': 'a noun for something good or bad',
  'attitude/deed': 'a verb for doing good or harm',
  'attitude/saying': 'a saying that judges',
  'attitude/frame': 'a frame that judges what follows',
  'self_mention/singular': 'the first person singular',
  'self_mention/plural': 'a first person plural that leaves the reader out',
  'engagement/shared': 'a first person plural that takes the reader in',
  'engagement/address': 'a form of address',
  'engagement/command': 'a command to the reader',
  'engagement/question': 'the end of a question put to the reader',
};

/**
 * Why something is a marker, as one sentence for `oped explain`.
 *
 * @param by a marker's rule id, such as `hedge/modal`; of an unknown one the sentence only says so
 */
export function whyMarker(by: string): string {
  const [kind = '', family = ''] = by.split('/');
  if (!KINDS.some((known) => known === kind)) return `No rule is known by the name ${by}.`;
  const effect = KIND[kind]!;
  if (family === 'model') {
    return `The model trained on hand-annotated op-eds takes it, in this context, for a word that ${effect}; it stands in no word list.`;
  }
  const words = PATTERNS.get(by) ?? [];
  const examples = words.slice(0, 3).join('”, “');
  const what = FAMILY[by] ?? `a word or phrase of the list “${family}”`;
  return `It is ${what} (such as “${examples}”) that ${effect}; the model, trained on hand-annotated op-eds, found its context to fit.`;
}
