import type { Interval, Score } from './score.ts';

/** A score as lines for a terminal. */
export function scoreView({ articles, missing, overall, labels }: Score): string {
  const head = `${articles - missing.length} of ${articles} gold articles${missing.length > 0 ? `; without a record: ${missing.join(', ')}` : ''}`;
  const first = overall.map(({ name, value, interval }) => `${name.padEnd(24)} ${three(value)}  ${between(interval)}`);
  const rest = labels.map(
    ({ label, p, r, f, interval, n }) =>
      `${label.padEnd(24)} P ${three(p)}  R ${three(r)}  F ${three(f)}  ${between(interval)}  n ${n}`,
  );
  const note =
    'In brackets: 95 % intervals, from drawing the articles again. Below some 50 items (n) a figure is an anecdote.';
  return [head, '', ...first, '', ...rest, '', note, ''].join('\n');
}

const three = (value: number): string => value.toFixed(3);

const between = ({ low, high }: Interval): string => `[${three(low)}, ${three(high)}]`;
