import type { Token } from '../../article/layers.ts';
import type { Quotation } from '../find-attributions/quotations.ts';

/** For each token 1 inside quotation marks, else 0. Both lists are in document order. */
export function quotedTokens(tokens: readonly Token[], quotations: readonly Quotation[]): Uint8Array {
  let next = 0;
  return Uint8Array.from(tokens, ({ start, end }) => {
    while (next < quotations.length && quotations[next]!.end <= start) next++;
    const quotation = quotations[next];
    return quotation && quotation.start <= start && end <= quotation.end ? 1 : 0;
  });
}
