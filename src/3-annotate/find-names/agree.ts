import { isGloss, keyOf } from './alias.ts';
import type { Stretch } from './decode.ts';
import type { Document } from './document.ts';
import type { Form } from './form.ts';
import { KINDS } from './gazetteers.ts';
import { TYPES } from './labels.ts';
import { isRoleWord } from './role-words.ts';

const PERSON = TYPES.indexOf('person');
const WORK = TYPES.indexOf('work');
const PLACE_KINDS = (['country', 'city', 'region', 'demonym'] as const).reduce(
  (mask, kind) => mask | (1 << KINDS.indexOf(kind)),
  0,
);
/** How many times as often as all other types together a type must be found to win a name over. */
const MAJORITY = 2;
const SHORTEST = 3;
/** Letters of a single word that is looked for again: "UN" and "US" are, an initial is not. */
const SHORTEST_AGAIN = 2;
const ACRONYM = /^\p{Lu}{2,}s?$/u;
/** A single word found once may have been found by mistake: it is not looked for again. */
const OFTEN = 2;
/** Of the names that begin with one word so many are looked for again; more than that no article has. */
const MOST_ALIKE = 64;
const NO_SURNAME = (['title', 'orgword', 'placeword', 'calendar'] as const).reduce(
  (mask, kind) => mask | (1 << KINDS.indexOf(kind)),
  0,
);

/** What a document's names say together: how often each was found as each type, and who has a surname. */
interface Census {
  /** Acronyms that stand in parentheses after a name of theirs, with its type. */
  readonly glossed: ReadonlyMap<string, number>;
  readonly types: ReadonlyMap<string, readonly number[]>;
  readonly surnames: ReadonlySet<string>;
  /** Names by their first word, longest first. */
  readonly byFirst: ReadonlyMap<string, readonly (readonly string[])[]>;
}

/**
 * Second look at a document: a name found as two types takes the one that clearly prevails, a surname of somebody named in
 * full is a person, and a name that was missed where it is repeated is found.
 */
export function agree(document: Document, found: readonly (readonly Stretch[])[]): Stretch[][] {
  const census = censusOf(document, found);
  return found.map((stretches, s) => {
    const { forms } = document.sentences[s]!;
    const typed = stretches.map((stretch) => ({ ...stretch, type: typeFor(document, s, stretch, census) }));
    return fill(document, s, typed, forms, census);
  });
}

const textOf = (forms: readonly Form[], { start, end }: Stretch): string =>
  forms
    .slice(start, end)
    .map(({ text }) => text)
    .join(' ');

function censusOf(document: Document, found: readonly (readonly Stretch[])[]): Census {
  const types = new Map<string, number[]>();
  const surnames = new Set<string>();
  const names = new Map<string, string[]>();
  found.forEach((stretches, s) => {
    const { forms } = document.sentences[s]!;
    for (const stretch of stretches) {
      const text = textOf(forms, stretch);
      const counts = types.get(text) ?? TYPES.map(() => 0);
      counts[stretch.type]!++;
      types.set(text, counts);
      names.set(text, text.split(' '));
      if (stretch.type === PERSON && mayGiveSurname(document, s, stretch)) surnames.add(forms[stretch.end - 1]!.text);
    }
  });
  const glossed = glossesOf(document, found);
  const words = [...surnames, ...glossed.keys()].map((word) => [word]);
  return { glossed, types, surnames, byFirst: byFirst([...names.values(), ...words]) };
}

function mayGiveSurname(document: Document, sentence: number, { start, end }: Stretch): boolean {
  const { forms, begins } = document.sentences[sentence]!;
  const last = forms[end - 1]!;
  const isWord = (document.evidence.get(last.lowerHash)?.lower ?? 0) > 0 || (begins[end - 1]! & NO_SURNAME) !== 0;
  return end - start > 1 && last.capital && last.text.length > SHORTEST && !isWord && !isRoleWord(last.lower);
}

/** "Kennedy Space Center (KSC)". */
function glossesOf(document: Document, found: readonly (readonly Stretch[])[]): Map<string, number> {
  const glossed = new Map<string, number>();
  found.forEach((stretches, s) => {
    const { forms } = document.sentences[s]!;
    for (const stretch of stretches) {
      const [open, short, close] = forms.slice(stretch.end, stretch.end + 3);
      if (open?.text !== '(' || close?.text !== ')' || !short || !ACRONYM.test(short.text)) continue;
      const type = TYPES[stretch.type]!;
      if (isGloss(short.lower, keyOf(textOf(forms, stretch), type))) glossed.set(short.text, stretch.type);
    }
  });
  return glossed;
}

function byFirst(names: readonly string[][]): Map<string, string[][]> {
  const index = new Map<string, string[][]>();
  for (const name of names) {
    const own = index.get(name[0]!);
    if (own && own.length < MOST_ALIKE) own.push(name);
    else if (!own) index.set(name[0]!, [name]);
  }
  for (const own of index.values()) own.sort((a, b) => b.length - a.length);
  return index;
}

function typeFor(document: Document, sentence: number, stretch: Stretch, { glossed, types, surnames }: Census): number {
  const { forms, begins } = document.sentences[sentence]!;
  const text = textOf(forms, stretch);
  const gloss = glossed.get(text);
  if (gloss !== undefined) return gloss;
  if (surnames.has(text) && (begins[stretch.start]! & PLACE_KINDS) === 0) return PERSON;
  return prevailing(types.get(text)!) ?? stretch.type;
}

function prevailing(counts: readonly number[]): number | undefined {
  const all = counts.reduce((sum, count) => sum + count, 0);
  const top = counts.indexOf(Math.max(...counts));
  return counts[top]! > MAJORITY * (all - counts[top]!) ? top : undefined;
}

/** Names repeated where none was found. */
function fill(
  document: Document,
  sentence: number,
  stretches: readonly Stretch[],
  forms: readonly Form[],
  census: Census,
): Stretch[] {
  const taken = new Uint8Array(forms.length);
  for (const { start, end } of stretches) taken.fill(1, start, end);
  const added: Stretch[] = [];
  for (let i = 0; i < forms.length; i++) {
    if (taken[i] === 1) continue;
    const name = census.byFirst.get(forms[i]!.text)?.find((words) => standsAt(words, forms, i, taken));
    if (!name || !isSafe(document, sentence, i, name)) continue;
    const type = typeOfName(name.join(' '), census);
    if (type === undefined || (type === WORK && name.length === 1)) continue;
    added.push({ start: i, end: i + name.length, type });
    taken.fill(1, i, i + name.length);
  }
  return added.length === 0 ? [...stretches] : [...stretches, ...added].sort((a, b) => a.start - b.start);
}

function typeOfName(name: string, { glossed, surnames, types }: Census): number | undefined {
  const sure = glossed.get(name) ?? (surnames.has(name) ? PERSON : undefined);
  if (sure !== undefined) return sure;
  const counts = types.get(name)!;
  const often = name.includes(' ') || counts.reduce((sum, count) => sum + count, 0) >= OFTEN;
  return often ? prevailing(counts) : undefined;
}

const standsAt = (words: readonly string[], forms: readonly Form[], i: number, taken: Uint8Array): boolean =>
  words.every((word, k) => forms[i + k]?.text === word && taken[i + k] === 0);

/** One word is a name again only with its capital, never begun in lower case elsewhere, and no part of a longer run of capitals. */
function isSafe(document: Document, sentence: number, i: number, name: readonly string[]): boolean {
  const { forms, heading } = document.sentences[sentence]!;
  const form = forms[i]!;
  if (name.length > 1) return true;
  if (!form.capital || form.text.length < SHORTEST_AGAIN || heading !== 'none') return false;
  if (forms[i - 1]?.lower === '-' || forms[i + 1]?.lower === '-') return false;
  return (document.evidence.get(form.lowerHash)?.lower ?? 0) === 0;
}
