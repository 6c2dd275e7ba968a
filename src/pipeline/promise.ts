import type { LayerName, Layers } from '../article/layers.ts';
import { StageBug } from '../article/problem.ts';
import { byPosition, isInside, type Span } from '../article/span.ts';

/** Layers that are lists of spans in document order; the others hold no span of their own at the top. */
const ORDERED: ReadonlySet<LayerName> = new Set(['blocks', 'sentences', 'tokens', 'expressions', 'markers']);

/**
 * Checks what a stage returned against what it said: nothing undeclared, nothing
 * missing, every span inside the text, in order, no half surrogate pair.
 *
 * @throws StageBug naming the stage and the layer.
 */
export function assertPromiseKept(
  stage: string,
  adds: readonly LayerName[],
  added: Partial<Layers>,
  text: string,
): void {
  for (const layer of Object.keys(added)) {
    if (!adds.includes(layer as LayerName)) throw new StageBug(stage, `added ${layer} without saying so`);
  }
  for (const layer of adds) {
    const value = added[layer];
    if (value === undefined) throw new StageBug(stage, `said it adds ${layer} and did not`);
    if (ORDERED.has(layer)) assertInOrder(stage, layer, value as readonly Span[], text);
    else assertSpans(stage, layer, value, text);
  }
}

function assertInOrder(stage: string, layer: LayerName, spans: readonly Span[], text: string): void {
  let before: Span | undefined;
  for (const span of spans) {
    assertSpan(stage, layer, span, text);
    if (before && byPosition(before, span) > 0) throw new StageBug(stage, `${layer}: ${where(span)} is out of order`);
    before = span;
  }
}

/** Every object with `start` and `end`, however deep, is a stretch of the text. */
function assertSpans(stage: string, layer: LayerName, value: unknown, text: string): void {
  if (typeof value !== 'object' || value === null) return;
  if ('start' in value && 'end' in value) assertSpan(stage, layer, value as Span, text);
  for (const child of Object.values(value)) assertSpans(stage, layer, child, text);
}

function assertSpan(stage: string, layer: LayerName, span: Span, text: string): void {
  if (!isInside(text, span)) throw new StageBug(stage, `${layer}: ${where(span)} is no stretch of the text`);
}

const where = ({ start, end }: Span): string => `${start}–${end}`;
