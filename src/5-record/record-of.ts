import type { Article } from '../article/article.ts';
import type { LayerName, Layers } from '../article/layers.ts';
import { describe } from '../article/problem.ts';
import type { Span } from '../article/span.ts';
import type { StagedProblem } from '../pipeline/pipeline.ts';
import type { OpedRecord, RecordLayer, RecordOf } from './record.ts';

type Whole = Article<RecordLayer>;
type Fields = {
  [Field in keyof OpedRecord]: readonly [needs: readonly LayerName[], make: (a: Whole) => OpedRecord[Field]];
};

/** Each field, the layers behind it and how it is made of them, in the order of the record's keys. */
const FIELDS: Omit<Fields, 'problems'> = {
  schema: [[], () => 'oped/1'],
  id: [[], ({ id }) => id],
  source: [[], sourceOf],
  title: [['front'], ({ front }) => front.title],
  authors: [
    ['front'],
    ({ front }) => front.authors.map(({ name, role, affiliation }) => ({ name, role, affiliation })),
  ],
  published: [[], ({ published }) => published],
  language: [[], ({ language }) => language],
  section: [[], ({ section }) => section],
  text: [[], ({ text }) => text],
  blocks: [['blocks'], ({ blocks }) => blocks.map(({ kind, start, end }) => ({ kind, start, end }))],
  sentences: [['sentences', 'roles', 'voices'], sentencesOf],
  entities: [['entities'], entitiesOf],
  markers: [['markers'], markersOf],
  attributions: [['attributions'], attributionsOf],
  issue: [['issue'], issueOf],
  verdict: [['verdict'], verdictOf],
  expressions: [
    ['expressions'],
    ({ expressions }) => expressions.map(({ start, end, kind, value, by }) => ({ start, end, kind, value, by })),
  ],
  concessions: [
    ['concessions'],
    ({ concessions }) =>
      concessions.map(({ cue, conceded, asserted, by }) => ({
        cue: bare(cue),
        conceded: bare(conceded),
        asserted: bare(asserted),
        by,
      })),
  ],
  conditions: [
    ['conditions'],
    ({ conditions }) =>
      conditions.map(({ cue, antecedent, consequent, by }) => ({
        cue: bare(cue),
        antecedent: bare(antecedent),
        consequent: bare(consequent),
        by,
      })),
  ],
  profile: [['profile'], ({ profile }) => ({ author: ratesOf(profile.author), other: ratesOf(profile.other) })],
  balance: [['balance'], balanceOf],
};

/** The stretch alone: layers may carry more than the record keeps. */
const bare = ({ start, end }: Span): Span => ({ start, end });

/** Four decimals: what a later machine computes differently lies far behind them. */
const rounded = (value: number): number => Math.round(value * 1e4) / 1e4;

/**
 * The record of an article, as far as its layers tell; of an article with all
 * layers, an `OpedRecord`. The same layers give the same record, key by key.
 */
export function recordOf<Has extends LayerName>(
  article: Article<Has>,
  problems: readonly StagedProblem[],
): RecordOf<Has> {
  const made = Object.entries(FIELDS)
    .filter(([, [needs]]) => needs.every((layer) => layer in article))
    .map(([field, [, make]]) => [field, make(article as unknown as Whole)]);
  return Object.fromEntries([...made, ['problems', problems.map(problemOf)]]) as RecordOf<Has>;
}

export const problemOf = ({ stage, problem }: StagedProblem) => ({
  stage,
  code: problem.code,
  message: describe(problem),
});

function sourceOf({ source: { path, id, url, format, archive, sha256, encoding } }: Whole): OpedRecord['source'] {
  return { path, id, url, format, archive, sha256, encoding: { name: encoding.name, by: encoding.by } };
}

function sentencesOf({ sentences, roles, voices }: Whole): OpedRecord['sentences'] {
  return sentences.map(({ start, end, block }, index) => {
    const { role, confidence, because } = roles[index]!;
    const { voice, holder, by } = voices[index]!;
    return {
      ...{ start, end, block, role, confidence: rounded(confidence), because, voice },
      ...{ holder: holder?.entity ?? null, holderSpan: holder && bare(holder), voiceBy: by },
    };
  });
}

function entitiesOf({ entities }: Pick<Layers, 'entities'>): OpedRecord['entities'] {
  return entities.map(({ id, name, type, mentions, descriptions, salience }) => ({
    ...{ id, name, type },
    mentions: mentions.map(({ start, end, by }) => ({ start, end, by })),
    ...{ descriptions, salience: rounded(salience) },
  }));
}

function markersOf({ markers }: Whole): OpedRecord['markers'] {
  return markers.map(({ start, end, kind, by, voice, strength }) => ({ start, end, kind, by, voice, strength }));
}

function attributionsOf({ attributions }: Whole): OpedRecord['attributions'] {
  return attributions.map(({ source, cue, content, kind, by }) => ({
    source: source && { ...bare(source), entity: source.entity },
    cue: cue && bare(cue),
    content: bare(content),
    ...{ kind, by },
  }));
}

function issueOf({ issue: { phrase, span, confidence, by, alternatives } }: Whole): OpedRecord['issue'] {
  return {
    ...{ phrase, start: span?.start ?? null, end: span?.end ?? null, confidence: rounded(confidence), by },
    alternatives: alternatives.map((other) => ({ phrase: other.phrase, confidence: rounded(other.confidence) })),
  };
}

function verdictOf({ verdict: { lean, confidence, strength, sentences, because } }: Whole): OpedRecord['verdict'] {
  return { lean, confidence: rounded(confidence), sentences, strength, because };
}

function ratesOf<Part extends OpedRecord['profile']['author']>({
  words,
  kinds,
}: Part): OpedRecord['profile']['author'] {
  const rated = Object.entries(kinds).map(([kind, { count, perThousand }]) => [
    kind,
    { count, perThousand: rounded(perThousand) },
  ]);
  return { words, kinds: Object.fromEntries(rated) };
}

function balanceOf({ balance: { pro, con, both, points } }: Whole): OpedRecord['balance'] {
  return {
    ...{ pro, con, both },
    points: points.map(({ side, sentences, voice, holder, strength, evidence, condition }) => ({
      ...{ side, sentences, voice, holder, strength, evidence, condition },
    })),
  };
}
