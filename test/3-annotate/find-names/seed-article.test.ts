import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { hasShared, SHARED } from '../../helpers/shared.ts';
import { entitiesIn } from './entities.ts';

describe.skipIf(!hasShared)('the article that oped was asked to read', async () => {
  const text = hasShared ? readFileSync(`${SHARED}corpora/belarus-hi-tech-park.txt`, 'utf8') : '';
  const entities = hasShared ? await entitiesIn(text) : [];
  const named = (type: string): string[] => entities.filter((entity) => entity.type === type).map(({ name }) => name);

  test('its people, and nobody else', () => {
    expect(named('person').sort()).toEqual([
      'Artyom Shraibman',
      'Denis Aleinikov',
      'Victor Martinovich',
      'Victor Prokopenya',
      'Vsevolod Yanchevsky',
    ]);
  });

  test('organizations, places, law and groups', () => {
    expect(named('organization')).toEqual(expect.arrayContaining(['Hi-Tech Park', 'IT Alliance', 'TUT.BY']));
    expect(named('place').sort()).toEqual(['Belarus', 'Minsk', 'Pyongyang', 'Seoul']);
    expect(named('law')).toEqual(['Decree No. 8']);
    expect(named('group').sort()).toEqual(['Belarusian', 'European', 'Soviet', 'Western']);
  });

  test.each([
    ['Denis Aleinikov', 'Lawyer'],
    ['Vsevolod Yanchevsky', 'Head of the Hi-Tech Park'],
    ['Victor Prokopenya', 'IT businessman'],
    ['Victor Martinovich', 'writer'],
    ['Artyom Shraibman', 'TUT.BY political expert'],
  ])('%s is described as %s', (name, role) => {
    expect(entities.find((entity) => entity.name === name)?.descriptions).toEqual([role]);
  });
});
