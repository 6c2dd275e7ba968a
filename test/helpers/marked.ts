import { byPosition, type Span } from '../../src/article/span.ts';

export interface LabelledSpan extends Span {
  readonly label: string;
}

export interface MarkedText {
  readonly text: string;
  readonly spans: readonly LabelledSpan[];
}

/**
 * Reads `They ⟦hedge:might⟧ smile.` as the text `They might smile.` and one
 * span labelled `hedge`. Marks may nest; a mark left open or closed twice is an error.
 */
export function marked(source: string): MarkedText {
  const spans: LabelledSpan[] = [];
  const open: { start: number; label: string }[] = [];
  let text = '';
  for (const piece of source.split(/(⟦[^:⟦⟧]*:|⟧)/)) {
    if (piece.startsWith('⟦')) open.push({ start: text.length, label: piece.slice(1, -1) });
    else if (piece !== '⟧') text += piece;
    else spans.push({ ...openMark(open, source), end: text.length });
  }
  if (open.length > 0) throw new Error(`a mark is never closed: ${source}`);
  return { text, spans: spans.sort(byPosition) };
}

function openMark(open: { start: number; label: string }[], source: string): { start: number; label: string } {
  const last = open.pop();
  if (!last) throw new Error(`a mark closes that never opened: ${source}`);
  return last;
}

/** The inverse of `marked`: what a failing test shows. */
export function mark({ text, spans }: MarkedText): string {
  const opens = new Map<number, LabelledSpan[]>();
  const closes = new Map<number, number>();
  for (const span of [...spans].sort(byPosition)) {
    opens.set(span.start, [...(opens.get(span.start) ?? []), span]);
    closes.set(span.end, (closes.get(span.end) ?? 0) + 1);
  }
  let out = '';
  for (let i = 0; i <= text.length; i++) {
    out += '⟧'.repeat(closes.get(i) ?? 0);
    out += (opens.get(i) ?? []).map(({ label }) => `⟦${label}:`).join('');
    out += text.charAt(i);
  }
  return out;
}
