import type { OpedRecord, RecordLayer } from '../../src/5-record/record.ts';
import { recordOf } from '../../src/5-record/record-of.ts';
import { TABLES } from '../../src/5-record/tables.ts';
import type { Article } from '../../src/article/article.ts';
import {
  type Attribution,
  ENTITY_TYPES,
  type Entity,
  type Lean,
  MARKER_KINDS,
  type Marker,
  type Role,
  type StanceProfile,
  type Voice,
} from '../../src/article/layers.ts';
import { sourceOf } from '../../src/article/source-of.ts';
import { type LabelledSpan, marked } from './marked.ts';

export interface HandMade {
  readonly id?: string;
  readonly title?: string | null;
  readonly author?: string;
  readonly published?: string | null;
  readonly url?: string | null;
  readonly issue?: string | null;
  readonly lean?: Lean;
  readonly path?: string;
  /**
   * Role and marked words, a sentence each. Labels: types of entities, kinds of markers, and
   * `speaker`, `cue`, `content` of the sentence's one attribution.
   */
  readonly sentences?: readonly (readonly [role: Role, words: string])[];
}

const SENTENCES: NonNullable<HandMade['sentences']> = [
  ['pro', 'The park ⟦booster:clearly⟧ pays for the schools of ⟦place:Minsk⟧.'],
  ['con', '⟦speaker:⟦person:Ada Obi⟧⟧ ⟦cue:⟦attribution:warned⟧⟧ that ⟦content:it ⟦hedge:may⟧ drain the villages⟧.'],
  ['none', 'It opened in 2017.'],
  ['pro', '⟦concession:Still⟧, we ⟦obligation:should⟧ keep it.'],
];

/** A record as the pipeline would make it, from a few marked sentences. */
export const handMade = (more: HandMade = {}): OpedRecord => recordOf<RecordLayer>(articleOf(more), []);

/** A table's rows of a record, each by header. */
export const cellsOf = (name: string, record = handMade()) => {
  const table = TABLES.find((one) => one.name === name)!;
  return [...table.rows(record)].map((row) =>
    Object.fromEntries(table.columns.map((column) => [column.header, column.value(row)])),
  );
};

/** An article with every layer, put together by hand. */
export function articleOf(more: HandMade): Article<RecordLayer> {
  const parts = (more.sentences ?? SENTENCES).map(([role, words]) => ({ role, ...marked(words) }));
  let text = '';
  const placed = parts.map(({ role, text: words, spans }) => {
    const at = text.length;
    text += `${words} `;
    const moved = spans.map((span) => ({ ...span, start: span.start + at, end: span.end + at }));
    return { role, start: at, end: at + words.length, spans: moved };
  });
  const spans = placed.flatMap((sentence) => sentence.spans);
  const entities = entitiesOf(text, spans);
  const attributions = placed.flatMap((sentence) => attributionsOf(sentence.spans, entities));
  const markers = markersOf(spans, attributions);
  const side = (of: Role) => placed.filter(({ role }) => role === of).length;
  return {
    ...sourceOf(text, {
      id: more.id ?? 'a1',
      published: more.published === undefined ? '2019-10-14' : more.published,
      section: 'Opinion',
    }),
    source: { ...sourceOf('').source, path: more.path ?? 'park.txt', url: more.url ?? null },
    front: {
      title: more.title === undefined ? 'The park pays' : more.title,
      authors: [{ name: more.author ?? 'Jo Writer', role: null, affiliation: null }],
    },
    blocks: [{ kind: 'paragraph', start: 0, end: Math.max(text.length - 1, 0) }],
    sentences: placed.map(({ start, end }) => ({ start, end, block: 0 })),
    roles: placed.map(({ role }) => ({ role, confidence: 0.9, because: ['hand/made'] })),
    voices: placed.map((sentence) => voiceOf(sentence, attributions)),
    entities,
    markers,
    attributions,
    expressions: [],
    concessions: [],
    conditions: [],
    profile: profileOf(text, markers),
    issue: {
      phrase: more.issue === undefined ? 'the park' : more.issue,
      span: null,
      confidence: 0.8,
      alternatives: [{ phrase: 'the villages', confidence: 0.1 }],
      by: 'hand/made',
    },
    verdict: {
      lean: more.lean ?? 'pro',
      confidence: 0.7,
      strength: 'plain',
      sentences: placed.length > 0 ? [placed.length - 1] : [],
      because: ['hand/made'],
    },
    balance: {
      pro: side('pro'),
      con: side('con'),
      both: side('both'),
      points: placed.flatMap(({ role }, index) =>
        role === 'none'
          ? []
          : [
              {
                side: role,
                sentences: [index],
                ...pick(voiceOf(placed[index]!, attributions)),
                strength: 0 as const,
                evidence: 'assertion' as const,
                condition: null,
              },
            ],
      ),
    },
  };
}

const pick = ({ voice, holder }: { voice: Voice; holder: { entity: string | null } | null }) => ({
  voice,
  holder: holder?.entity ?? null,
});

function entitiesOf(text: string, spans: readonly LabelledSpan[]): Entity[] {
  const found = new Map<string, LabelledSpan[]>();
  for (const span of spans.filter(({ label }) => (ENTITY_TYPES as readonly string[]).includes(label))) {
    const key = `${span.label}:${text.slice(span.start, span.end)}`;
    found.set(key, [...(found.get(key) ?? []), span]);
  }
  return [...found].map(([key, mentions], index) => ({
    id: `e${index + 1}`,
    name: key.slice(key.indexOf(':') + 1),
    type: mentions[0]!.label as Entity['type'],
    mentions: mentions.map(({ start, end }) => ({ start, end, by: 'hand/made' })),
    descriptions: [],
    salience: 0.5,
  }));
}

function attributionsOf(spans: readonly LabelledSpan[], entities: readonly Entity[]): Attribution[] {
  const bare = (label: string) => {
    const span = spans.find((one) => one.label === label);
    return span ? { start: span.start, end: span.end } : null;
  };
  const content = bare('content');
  if (!content) return [];
  const speaker = bare('speaker');
  const entity = entities.find(({ mentions }) => mentions.some(({ start }) => start === speaker?.start));
  const source = speaker && { ...speaker, entity: entity?.id ?? null };
  return [{ source, cue: bare('cue'), content, kind: 'indirect', by: 'hand/made' }];
}

const markersOf = (spans: readonly LabelledSpan[], attributions: readonly Attribution[]): Marker[] =>
  spans
    .filter(({ label }) => (MARKER_KINDS as readonly string[]).includes(label))
    .map(({ start, end, label }) => ({
      start,
      end,
      kind: label as Marker['kind'],
      by: 'hand/made',
      voice: attributions.some(({ content }) => content.start <= start && end <= content.end) ? 'other' : 'author',
      strength: 0,
    }));

function voiceOf({ start, end }: { start: number; end: number }, attributions: readonly Attribution[]) {
  const inside = attributions.find(({ content }) => content.start >= start && content.end <= end);
  return { voice: (inside ? 'other' : 'author') as Voice, holder: inside?.source ?? null, by: 'hand/made' };
}

function profileOf(text: string, markers: readonly Marker[]): StanceProfile {
  const words = text.split(/\s+/).filter(Boolean).length;
  const of = (voice: Voice): StanceProfile['author'] => ({
    words: voice === 'author' ? words : 0,
    kinds: Object.fromEntries(
      MARKER_KINDS.map((kind) => {
        const count = markers.filter((marker) => marker.kind === kind && marker.voice === voice).length;
        return [kind, { count, perThousand: words && voice === 'author' ? (count / words) * 1000 : 0 }];
      }),
    ) as StanceProfile['author']['kinds'],
  });
  return { author: of('author'), other: of('other') };
}
