/** Units of time, singular and plural → the letter of an ISO 8601 duration, with `T` before those of the clock. */
export const UNITS: ReadonlyMap<string, string> = new Map(
  [
    ['second', 'TS'],
    ['minute', 'TM'],
    ['hour', 'TH'],
    ['day', 'D'],
    ['week', 'W'],
    ['month', 'M'],
    ['year', 'Y'],
  ].flatMap(([unit = '', letter = '']) => [[unit, letter] as const, [`${unit}s`, letter] as const]),
);

/** Longer units as so many of a shorter one. */
export const LONG_UNITS: ReadonlyMap<string, readonly [number, string]> = new Map([
  ['decade', [10, 'Y']],
  ['decades', [10, 'Y']],
  ['century', [100, 'Y']],
  ['centuries', [100, 'Y']],
]);
