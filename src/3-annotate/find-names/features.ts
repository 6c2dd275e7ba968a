import type { Document, Evidence, Words } from './document.ts';
import type { Form } from './form.ts';
import { KINDS } from './gazetteers.ts';
import { feature, pair } from './hash.ts';

/** More than any word gives. */
export const MOST_FEATURES = 256;

/** Before the first word and after the last. */
const EDGE = 0x5bd1e995;
const WINDOW = 2;
const PLACES_USED = 3;
/** Words looked at to each side for the ends of a run of capitals. */
const REACH = 6;

/**
 * The features of word `i` of a sentence, as 32-bit numbers into `out`.
 *
 * @returns how many
 */
export function featuresOf(document: Document, sentence: number, i: number, out: Int32Array): number {
  const words = document.sentences[sentence]!;
  const form = words.forms[i]!;
  let n = spelling(form, out, 0);
  n = window(words, i, out, n);
  n = pairs(words, i, out, n);
  n = known(words, i, out, n);
  n = capitalRun(words, i, out, n);
  return fromDocument(document, sentence, i, out, n);
}

function spelling(form: Form, out: Int32Array, from: number): number {
  let n = from;
  out[n++] = 1;
  for (let k = 0; k < form.prefixes.length; k++) out[n++] = feature(2 + k, form.prefixes[k]!);
  for (let k = 0; k < form.suffixes.length; k++) out[n++] = feature(6 + k, form.suffixes[k]!);
  return n;
}

/** Word, shape and clusters of the words around. */
function window({ forms, heading }: Words, i: number, out: Int32Array, from: number): number {
  let n = from;
  for (let d = -WINDOW; d <= WINDOW; d++) {
    const t = 20 + 10 * (d + WINDOW);
    const form = forms[i + d];
    if (!form) {
      out[n++] = feature(t, EDGE);
      continue;
    }
    out[n++] = feature(t, form.lowerHash);
    out[n++] = feature(t + 1, form.short);
    for (let k = 0; k < form.clusters.length; k++) out[n++] = feature(t + 2 + k, form.clusters[k]!);
    if (d === 0) {
      out[n++] = feature(t + 5, form.word);
      out[n++] = feature(t + 6, form.shape);
      out[n++] = pair(t + 7, form.short, i === 0 ? 1 : heading === 'none' ? 2 : 3);
    }
  }
  return n;
}

const lowerAt = (forms: readonly Form[], i: number): number => forms[i]?.lowerHash ?? EDGE;
const shortAt = (forms: readonly Form[], i: number): number => forms[i]?.short ?? EDGE;
/** The cluster that stands for the word in pairs: the middle one, or its shape where there is none. */
const clusterAt = (forms: readonly Form[], i: number): number => forms[i]?.clusters[1] ?? shortAt(forms, i);

function pairs({ forms }: Words, i: number, out: Int32Array, from: number): number {
  let n = from;
  out[n++] = pair(80, lowerAt(forms, i - 1), lowerAt(forms, i));
  out[n++] = pair(81, lowerAt(forms, i), lowerAt(forms, i + 1));
  out[n++] = pair(82, lowerAt(forms, i - 1), lowerAt(forms, i + 1));
  out[n++] = pair(83, lowerAt(forms, i - 2), lowerAt(forms, i - 1));
  out[n++] = pair(84, lowerAt(forms, i + 1), lowerAt(forms, i + 2));
  out[n++] = pair(85, clusterAt(forms, i - 1), clusterAt(forms, i));
  out[n++] = pair(86, clusterAt(forms, i), clusterAt(forms, i + 1));
  out[n++] = pair(87, clusterAt(forms, i - 1), clusterAt(forms, i + 1));
  out[n++] = pair(88, shortAt(forms, i - 1), shortAt(forms, i));
  out[n++] = pair(89, shortAt(forms, i), shortAt(forms, i + 1));
  out[n++] = pair(90, pair(90, shortAt(forms, i - 1), shortAt(forms, i)), shortAt(forms, i + 1));
  out[n++] = pair(91, shortAt(forms, i), lowerAt(forms, i - 1));
  out[n++] = pair(92, shortAt(forms, i), lowerAt(forms, i + 1));
  out[n++] = pair(93, pair(93, shortAt(forms, i), lowerAt(forms, i + 1)), shortAt(forms, i + 2));
  out[n++] = pair(94, pair(94, shortAt(forms, i - 2), lowerAt(forms, i - 1)), shortAt(forms, i));
  return n;
}

/** Kinds of known names at the word and beside it. */
function known(words: Words, i: number, out: Int32Array, from: number): number {
  const { begins, goesOn, forms } = words;
  let n = from;
  const short = forms[i]!.short;
  for (let k = 0; k < KINDS.length; k++) {
    const bit = 1 << k;
    const here = ((begins[i]! & bit) !== 0 ? 1 : 0) + ((goesOn[i]! & bit) !== 0 ? 2 : 0);
    if (here > 0) {
      out[n++] = pair(100, k, here);
      out[n++] = pair(101, pair(0, k, here), short);
    }
    if (i > 0 && ((begins[i - 1]! | goesOn[i - 1]!) & bit) !== 0) out[n++] = pair(102, pair(0, k, here), short);
    if (i + 1 < forms.length && ((begins[i + 1]! | goesOn[i + 1]!) & bit) !== 0)
      out[n++] = pair(103, pair(0, k, here), short);
  }
  out[n++] = pair(104, begins[i]!, goesOn[i]!);
  return n;
}

/** The run of capitalised words around: a long name's first and last word, and what stands about it, say its type. */
function capitalRun({ forms, begins, goesOn }: Words, i: number, out: Int32Array, from: number): number {
  let n = from;
  let first = i;
  let last = i;
  while (last - i < REACH && forms[last + 1]?.capital) last++;
  while (i - first < REACH && forms[first - 1]?.capital) first--;
  const here = forms[i]!.capital ? 1 : 0;
  const toLast = Math.min(2, last - i) + 3 * here;
  const toFirst = Math.min(2, i - first) + 3 * here;
  const lastKinds = begins[last]! | goesOn[last]!;
  out[n++] = pair(120, lowerAt(forms, last), toLast);
  out[n++] = pair(121, clusterAt(forms, last), toLast);
  out[n++] = pair(122, lowerAt(forms, first), toFirst);
  out[n++] = pair(123, clusterAt(forms, first), toFirst);
  out[n++] = pair(124, lowerAt(forms, first - 1), here);
  out[n++] = pair(125, lowerAt(forms, last + 1), here);
  out[n++] = pair(126, clusterAt(forms, first - 1), here);
  out[n++] = pair(127, clusterAt(forms, last + 1), here);
  out[n++] = pair(128, last - i, i - first);
  out[n++] = pair(129, pair(129, begins[first]!, lastKinds), last - first);
  out[n++] = pair(130, clusterAt(forms, first), clusterAt(forms, last));
  out[n++] = pair(131, pair(131, lowerAt(forms, first - 1), lowerAt(forms, last + 1)), last - first);
  if (last > i) n = kindsInto(lastKinds, 132, here, out, n);
  return first < i ? kindsInto(begins[first]!, 133, here, out, n) : n;
}

function kindsInto(kinds: number, template: number, here: number, out: Int32Array, from: number): number {
  let n = from;
  for (let k = 0; k < KINDS.length; k++) if ((kinds >> k) & 1) out[n++] = pair(template, k, here);
  return n;
}

/** How the document writes the word elsewhere, and what stands beside it there. */
function fromDocument(document: Document, sentence: number, i: number, out: Int32Array, from: number): number {
  const form = document.sentences[sentence]!.forms[i]!;
  let n = from;
  if (!form.capital) return n;
  const evidence = document.evidence.get(form.lowerHash);
  out[n++] = pair(110, evidence && evidence.lower > 0 ? 1 : 0, innerElsewhere(evidence, i));
  return evidence ? elsewhere(document, evidence, sentence, i, out, n) : n;
}

function innerElsewhere(evidence: Evidence | undefined, i: number): number {
  if (!evidence) return 0;
  return Math.min(2, evidence.inner - (i > 0 ? 1 : 0)) + 2;
}

function elsewhere(
  document: Document,
  { places }: Evidence,
  sentence: number,
  word: number,
  out: Int32Array,
  from: number,
): number {
  let n = from;
  let used = 0;
  for (let p = 0; p < places.length && used < PLACES_USED; p += 2) {
    if (places[p] === sentence && places[p + 1] === word) continue;
    const { forms } = document.sentences[places[p]!]!;
    const j = places[p + 1]!;
    used++;
    out[n++] = feature(111, lowerAt(forms, j - 1));
    out[n++] = feature(112, lowerAt(forms, j + 1));
    out[n++] = feature(113, clusterAt(forms, j - 1));
    out[n++] = feature(114, clusterAt(forms, j + 1));
  }
  return n;
}
