import type { Token } from '../../article/layers.ts';
import { MONTHS, WEEKDAYS } from './calendar.ts';
import { NUMBER_WORDS } from './numbers.ts';
import { UNITS } from './units.ts';

const WORDS = new Set([
  ...MONTHS.keys(),
  ...WEEKDAYS.keys(),
  ...NUMBER_WORDS.keys(),
  ...UNITS.keys(),
  ...['yesterday', 'today', 'tomorrow', 'percent', 'half', 'dozen', 'third', 'second', 'first', 'noon', 'midnight'],
]);

/** Whether a word may belong to an expression: most sentences hold none, and reading them twice would cost. */
export const mayHold = ({ kind, lower }: Token): boolean =>
  kind === 'number' || WORDS.has(lower.replace(/\.$/, '')) || /[\d$£€¥₹%@]|:\/\/|^www/.test(lower);
