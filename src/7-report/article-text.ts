import type { OpedRecord, RecordSentence } from '../5-record/record.ts';
import { sentenceAt } from '../5-record/tables/words.ts';
import type { BlockKind } from '../article/article.ts';
import type { Span } from '../article/span.ts';
import type { Finding } from './findings.ts';
import { type Html, html, raw } from './html.ts';

/** What stands for each kind of marker beside its colour, so that colour is never the only sign. */
export const LETTERS: Record<string, string> = {
  hedge: 'H',
  booster: 'B',
  attitude: 'A',
  self_mention: 'S',
  engagement: 'E',
  attribution: 'R',
  concession: 'C',
  obligation: 'O',
};

const ROLE_WORDS = { pro: 'for the issue', con: 'against the issue', both: 'for and against', none: 'no side' };

type Placed = RecordSentence & { readonly index: number };
type Numbered = Finding & { readonly id: number };

/**
 * The text with every finding marked. Elements lie side by side, never inside
 * each other, and hold the text's own characters and no others, so that a place
 * in the page is a place in the text.
 */
export function articleText(record: OpedRecord, findings: readonly Finding[]): Html {
  const own = bySentence(record, findings);
  const inBlocks = record.blocks.map((): Placed[] => []);
  for (const [index, sentence] of record.sentences.entries()) inBlocks[sentence.block]?.push({ ...sentence, index });
  return html`${record.blocks.map((block, index) => {
    const inside = inBlocks[index]!;
    return blockHtml(block, html`${pieces(record.text, block, inside, own)}`);
  })}`;
}

const ELEMENTS: Record<BlockKind, string> = {
  title: 'p class="title"',
  heading: 'h3',
  byline: 'p class="byline"',
  caption: 'p class="caption"',
  paragraph: 'p',
  quote: 'blockquote',
  item: 'p class="item"',
};

function blockHtml({ kind, start }: OpedRecord['blocks'][number], inner: Html): Html {
  const element = ELEMENTS[kind];
  return html`${raw(`<${element} data-start="${start}">`)}${inner}${raw(`</${element.split(' ')[0]}>\n`)}`;
}

/** Sentences, and as plain text what lies between them. */
function pieces(text: string, block: Span, sentences: readonly Placed[], own: ReadonlyMap<number, Numbered[]>): Html[] {
  const out: Html[] = [];
  let at = block.start;
  for (const sentence of sentences) {
    if (sentence.start > at) out.push(html`${text.slice(at, sentence.start)}`);
    out.push(sentenceHtml(text, sentence, own.get(sentence.index) ?? []));
    at = sentence.end;
  }
  if (block.end > at) out.push(html`${text.slice(at, block.end)}`);
  return out;
}

function sentenceHtml(text: string, sentence: Placed, own: readonly Numbered[]): Html {
  const { index, role, voice } = sentence;
  const label = `Sentence ${index + 1}: ${ROLE_WORDS[role]}${voice === 'other' ? ', reported' : ''}`;
  return html`<span class="s r-${role}" id="s${index + 1}"><button type="button" class="tag" data-s="${index}" tabindex="-1" aria-label="${label}"></button>${segments(text, sentence, own)}</span>`;
}

/** Cuts a sentence wherever a finding begins or ends, and marks each piece with all that cover it. */
function segments(text: string, { start, end }: Span, findings: readonly Numbered[]): Html[] {
  const cuts = new Set([start, end]);
  for (const finding of findings) {
    cuts.add(Math.max(start, finding.start));
    cuts.add(Math.min(end, finding.end));
  }
  const places = [...cuts].sort((a, b) => a - b);
  return places.slice(0, -1).map((from, index) => {
    const to = places[index + 1]!;
    return pieceHtml(
      text.slice(from, to),
      to,
      findings.filter((one) => one.start <= from && to <= one.end),
    );
  });
}

function pieceHtml(words: string, to: number, covering: readonly Numbered[]): Html {
  if (covering.length === 0) return html`${words}`;
  const classes = covering.map(({ layer, kind }) => (layer === 'quote' ? 'k-quote' : `k-${kind}`)).join(' ');
  const letter = covering.find(({ layer, end }) => layer === 'marker' && end === to)?.kind;
  const sign = letter ? html` data-l="${LETTERS[letter]}"` : null;
  return html`<mark class="${classes}" data-f="${covering.map(({ id }) => id).join(' ')}"${sign} tabindex="-1">${words}</mark>`;
}

/** Which findings lie in which sentence; one that goes over several is in each of them. */
function bySentence({ sentences }: OpedRecord, findings: readonly Finding[]): Map<number, Numbered[]> {
  const own = new Map<number, Numbered[]>();
  findings.forEach((finding, id) => {
    const first = Math.max(0, sentenceAt(sentences, finding.start));
    const last = sentenceAt(sentences, finding.end - 1);
    for (let index = first; index <= last; index++) {
      const list = own.get(index) ?? [];
      list.push({ ...finding, id });
      own.set(index, list);
    }
  });
  return own;
}
