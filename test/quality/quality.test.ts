import { existsSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { belowFloor, GOLD_SETS, readFloors, scoreSet } from '../../tools/quality.ts';

describe('no figure falls a point below its floor', () => {
  for (const set of GOLD_SETS)
    test.skipIf(!existsSync(set.gold))(
      set.name,
      async () => {
        const floors = readFloors();
        expect(Object.keys(floors[set.name] ?? {}).length).toBeGreaterThan(20);
        expect(belowFloor(set.name, await scoreSet(set), floors)).toEqual([]);
      },
      600_000,
    );
});
