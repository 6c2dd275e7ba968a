import type { OpedRecord } from '../../5-record/record.ts';
import { textOf } from '../../article/span.ts';
import { flat, item } from './columns.ts';

export interface StageLine {
  readonly stage: string;
  readonly needs: readonly string[];
  readonly adds: readonly string[];
  readonly found: readonly string[];
}

/** The stages in order as a table: what each needs, adds and found. */
export function stageLines(steps: readonly StageLine[]): string[] {
  const rows = [
    ['stage', 'needs', 'found'],
    ...steps.map(({ stage, needs, found }) => [stage, needs.join(', ') || 'text', found.join(', ')]),
  ];
  const widths = [0, 1].map((column) => Math.max(...rows.map((row) => row[column]!.length)));
  return rows.map(([stage, needs, found]) =>
    `${stage!.padEnd(widths[0]!)}  ${needs!.padEnd(widths[1]!)}  ${found}`.trimEnd(),
  );
}

/** Each sentence with its number as in the tables, from 1, its role, whose voice it is, and why. */
export const roleLines = ({ text, sentences }: OpedRecord, width: number, why: Why): string[] =>
  sentences.flatMap((sentence, index) => [
    ...item(`${String(index + 1).padStart(3)} ${sentence.role.padEnd(5)}`, flat(textOf(text, sentence)), width),
    ...item('            ', evidenceOf(sentence, why), width),
  ]);

/** A rule or reason in words. */
type Why = (by: string) => string;

const evidenceOf = ({ confidence, because, voice, voiceBy }: OpedRecord['sentences'][number], why: Why): string =>
  `${confidence.toFixed(2)} because ${because.map(why).join('; ') || 'nothing speaks for a side'} [${because.join(', ')}]; voice ${voice} by ${voiceBy}`;

/** Each finding that carries a rule or model: its words, what it is, and what decided. */
export function findingLines(record: OpedRecord, width: number, whyMarker: Why, whyDecided: Why): string[] {
  const { text, markers, entities, expressions, attributions, issue, verdict } = record;
  const line = (what: string, words: string, by: string) =>
    item(`  ${what.padEnd(22)}`, `${flat(words)} – ${by}`, width);
  return [
    ...markers.flatMap((m) => line(m.kind, textOf(text, m), `${m.by}: ${whyMarker(m.by)}`)),
    ...entities.flatMap((e) =>
      line(`${e.type} ${e.id}`, e.name, [...new Set(e.mentions.map(({ by }) => by))].join(', ')),
    ),
    ...expressions.flatMap((e) => line(e.kind, textOf(text, e), `${e.value ?? 'open'} by ${e.by}`)),
    ...attributions.flatMap((a) => line(`${a.kind} attribution`, textOf(text, a.content), a.by)),
    ...line('issue', issue.phrase ?? 'none', issue.by),
    ...line('verdict', verdict.lean, verdict.because.map(whyDecided).join('; ') || 'nothing says it'),
  ];
}
