import { readLexicon } from '../lexicon/read-lexicon.ts';

const REASONS: readonly (readonly [name: string, words: string])[] = readLexicon(
  new URL('./reasons.tsv', import.meta.url),
  2,
)
  .map(([name = '', words = '']) => [name, words] as const)
  .sort(([a], [b]) => b.length - a.length);

/** A reason of `because` in words; a name that no list knows is given back as it is. */
export function whyDecided(because: string): string {
  const known = REASONS.find(([name]) => (name.endsWith('/') ? because.startsWith(name) : because === name));
  if (!known) return REASONS.find(([name]) => because.startsWith(`${name}/`))?.[1] ?? because;
  const rest = because.slice(known[0].length).replaceAll('-', ' ');
  return known[1].replace('{}', rest);
}
