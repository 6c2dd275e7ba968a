import type { Form } from './form.ts';
import { type Gazetteers, KINDS, lookUp } from './gazetteers.ts';

/** A sentence as the tagger sees it. */
export interface Words {
  readonly forms: readonly Form[];
  /** Kinds of known names that begin at, and go on over, each word. */
  readonly begins: Int32Array;
  readonly goesOn: Int32Array;
  /** 1 where a name may be; all other words are outside without a question. */
  readonly open: Uint8Array;
  /** Headlines say little by their capitals. */
  readonly heading: Heading;
}

export type Heading = 'none' | 'title-case' | 'capitals';

/** What a document says of one word elsewhere in it. */
export interface Evidence {
  /** Occurrences in lower case, and with a capital where no sentence or headline begins. */
  lower: number;
  inner: number;
  /** Places of its capitalised occurrences, the first few: sentence and word. */
  readonly places: number[];
}

export interface Document {
  readonly sentences: readonly Words[];
  /** By hash of the lower-case word. */
  readonly evidence: ReadonlyMap<number, Evidence>;
}

const CONNECTORS = new Set(
  "of the and for on in to a an at by with from as de la las le les los du des del da das dos di do van von der den ter al el bin ibn abu y e & - – — ' ’ ‘ . , / : ! 's v. vs. v vs + # @".split(
    ' ',
  ),
);
/** May begin a name in lower case: "al-Qaeda", "von Hayek". */
const PARTICLES = new Set('de la del da di do van von der den ter al el bin ibn abu bint ul ad'.split(' '));
/** Other lower-case words may open only names of these kinds. */
const LOWER_KINDS = ['company', 'media', 'agency', 'work', 'law', 'event'] as const;
const LOWER_MASK = LOWER_KINDS.reduce((mask, kind) => mask | (1 << KINDS.indexOf(kind)), 0);
const REACH = 3;
/** Abbreviated states are no longer: "Calif.", "Wash." */
const LONGEST_SHORT = 5;
const PLACES = 6;

/**
 * Prepares sentences for tagging.
 *
 * @param sentences the words of each
 * @param formOf what is known of a word, cached
 */
export function documentOf(
  sentences: readonly (readonly string[])[],
  formOf: (word: string) => Form,
  gazetteers: Gazetteers,
): Document {
  const forms = sentences.map((words) => words.map(formOf));
  const headings = forms.map(headingOf);
  const evidence = evidenceOf(forms, headings);
  return {
    evidence,
    sentences: forms.map((own, i) => wordsOf(own, headings[i]!, evidence, formOf, gazetteers)),
  };
}

function wordsOf(
  own: readonly Form[],
  heading: Heading,
  evidence: ReadonlyMap<number, Evidence>,
  formOf: (word: string) => Form,
  gazetteers: Gazetteers,
): Words {
  const forms = heading === 'none' ? own : own.map((form) => recase(form, heading, evidence, formOf));
  const begins = new Int32Array(forms.length);
  const goesOn = new Int32Array(forms.length);
  lookUp(
    forms.map((form) => form.lowerHash),
    forms.length,
    gazetteers,
    begins,
    goesOn,
  );
  return { forms, begins, goesOn, heading, open: openWords(own, begins, goesOn) };
}

const marked = (form: Form): boolean => form.capital || form.digit || (form.letter && form.text !== form.lower);

/** Capitals and numbers are open, and the small words between them that names are joined with. */
function openWords(forms: readonly Form[], begins: Int32Array, goesOn: Int32Array): Uint8Array {
  const open = new Uint8Array(forms.length);
  let last = -REACH - 1;
  for (let i = 0; i < forms.length; i++) {
    if (forms[i]!.letter && marked(forms[i]!)) open[i] = 1;
    else if (((begins[i]! | goesOn[i]!) & LOWER_MASK) !== 0) open[i] = 1;
    if (PARTICLES.has(forms[i]!.lower) && capitalNear(forms, i)) openHyphenated(forms, open, i);
    if (forms[i]!.capital) openAfter(forms, open, i);
    if (!marked(forms[i]!)) continue;
    if (i - last <= REACH) openBetween(forms, open, last, i);
    last = i;
  }
  return open;
}

const capitalNear = (forms: readonly Form[], i: number): boolean =>
  forms[i + 1]?.capital === true || (forms[i + 1]?.lower === '-' && forms[i + 2]?.capital === true);

/** A particle, and the hyphen after it: "al-Zawahiri" may begin where no capital is before. */
function openHyphenated(forms: readonly Form[], open: Uint8Array, i: number): void {
  open[i] = 1;
  if (forms[i + 1]!.lower === '-') open[i + 1] = 1;
}

/** After a capital: the lower-case half of "Jong-un", and the full stop of "R-Vt." */
function openAfter(forms: readonly Form[], open: Uint8Array, i: number): void {
  const next = forms[i + 1];
  if (next?.lower === '-' && forms[i + 2]?.letter) open.fill(1, i + 1, i + 3);
  if (next?.text === '.' && forms[i]!.text.length <= LONGEST_SHORT) open[i + 1] = 1;
}

/** Between two marked words: connectors all along, or a single word; a number counts where a capital is near. */
function openBetween(forms: readonly Form[], open: Uint8Array, from: number, to: number): void {
  if (!forms[from]!.letter && !forms[to]!.letter) return;
  open[from] = 1;
  open[to] = 1;
  for (let k = from + 1; k < to; k++) if (to - from === 2 || CONNECTORS.has(forms[k]!.lower)) open[k] = 1;
}

function headingOf(forms: readonly Form[]): Heading {
  const words = forms.filter((form) => form.letter);
  if (words.length < 2) return 'none';
  if (words.every((form) => form.text === form.text.toUpperCase()) && words.some((form) => form.text.length > 3))
    return 'capitals';
  const long = words.filter((form) => form.text.length > 3);
  const capital = long.filter((form) => form.capital).length;
  return long.length >= 4 && capital >= 0.8 * long.length ? 'title-case' : 'none';
}

function evidenceOf(forms: readonly (readonly Form[])[], headings: readonly Heading[]): Map<number, Evidence> {
  const evidence = new Map<number, Evidence>();
  forms.forEach((sentence, s) => {
    if (headings[s] !== 'none') return;
    sentence.forEach((form, i) => {
      if (form.letter) note(evidence, form, s, i, sentence);
    });
  });
  return evidence;
}

function note(evidence: Map<number, Evidence>, form: Form, sentence: number, word: number, all: readonly Form[]): void {
  const own = evidence.get(form.lowerHash) ?? { lower: 0, inner: 0, places: [] };
  evidence.set(form.lowerHash, own);
  if (!form.capital) own.lower++;
  else {
    if (word > 0 && all[word - 1]!.letter) own.inner++;
    if (own.places.length < 2 * PLACES) own.places.push(sentence, word);
  }
}

/** A word of a headline in the case that the rest of the document gives it; in all-capitals text lower case is the default. */
function recase(
  form: Form,
  heading: Heading,
  evidence: ReadonlyMap<number, Evidence>,
  formOf: (word: string) => Form,
): Form {
  if (!form.letter) return form;
  const own = evidence.get(form.lowerHash);
  if (heading === 'title-case') return own && own.lower > 0 && own.inner === 0 ? formOf(form.lower) : form;
  if (own && own.inner > 0) return formOf(form.lower.charAt(0).toUpperCase() + form.lower.slice(1));
  return formOf(form.lower);
}
