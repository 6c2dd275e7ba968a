import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { OpedRecord } from '../../src/5-record/record.ts';
import { writeJsonl } from '../../src/6-write/jsonl.ts';
import { score } from '../../src/score/score.ts';
import { scoreView } from '../../src/score/score-view.ts';
import { folder } from '../helpers/folder.ts';
import { handMade } from '../helpers/record.ts';
import { hasShared, SHARED } from '../helpers/shared.ts';

async function* stream(records: readonly OpedRecord[]) {
  yield* records;
}

/** A gold file that agrees with a record in everything. */
const agreeing = ({ text, issue, verdict, sentences, entities, markers, attributions }: OpedRecord, id: string) => ({
  id,
  text,
  issue: issue.phrase,
  verdict: { lean: verdict.lean, sentences: verdict.sentences },
  sentences: sentences.map(({ start, end, role, voice }) => ({ start, end, role, voice, holder: null })),
  entities: entities.flatMap(({ name, type, mentions }) =>
    mentions.map(({ start, end }) => ({ start, end, type, canonical: name })),
  ),
  markers: markers.map(({ start, end, kind }) => ({ start, end, kind })),
  attributions: attributions.map(({ source, content }) => ({ source, content })),
});

function goldFolder(...golds: ReturnType<typeof agreeing>[]): string {
  const dir = join(folder(), 'gold');
  mkdirSync(dir);
  for (const { text, ...gold } of golds) {
    writeFileSync(join(dir, `${gold.id}.json`), JSON.stringify(gold));
    writeFileSync(join(dir, `${gold.id}.txt`), text);
  }
  return dir;
}

test('a record that agrees in everything has 1 everywhere', async () => {
  const record = handMade();
  const { overall, labels, missing } = await score(goldFolder(agreeing(record, 'park')), stream([record]));
  for (const { value, interval } of overall) expect([value, interval]).toEqual([1, { low: 1, high: 1 }]);
  for (const { label, f, n } of labels) expect([label, f, n > 0]).toEqual([label, 1, true]);
  expect(missing).toEqual([]);
});

test('what is wrong, missed and invented counts under its label', async () => {
  const record = handMade();
  const gold = agreeing(record, 'park');
  gold.sentences[0]!.role = 'con';
  gold.markers.pop();
  gold.entities[0]!.end += 1;
  gold.verdict.lean = 'con';
  const { overall, labels } = await score(goldFolder(gold), stream([record]));
  const of = (name: string) => labels.find(({ label }) => label === name);
  expect(of('roles/pro')).toMatchObject({ p: 0.5, r: 1, n: 1 });
  expect(of('roles/con')).toMatchObject({ p: 1, r: 0.5, n: 2 });
  expect(of('markers/obligation')).toMatchObject({ p: 0, r: 0, f: 0, n: 0 });
  expect(of('entities/place')).toMatchObject({ f: 0, n: 1 });
  expect(of('entities/overlap')).toMatchObject({ f: 1, n: 2 });
  expect(overall.find(({ name }) => name === 'verdictAccuracy')?.value).toBe(0);
});

test('a layer that the reader did not check is not measured', async () => {
  const record = handMade();
  const gold = { ...agreeing(record, 'park'), layers: ['sentences', 'markers'], attributions: [], entities: [] };
  const { labels } = await score(goldFolder(gold), stream([record]));
  expect(labels.map(({ label }) => label.split('/')[0])).not.toContain('entities');
  expect(labels.map(({ label }) => label.split('/')[0])).not.toContain('attributions');
});

test('intervals are wide where articles differ, and the same every time', async () => {
  const records = Array.from({ length: 8 }, (_, i) => handMade({ path: `p${i}.txt` }));
  const golds = records.map((record, i) => {
    const gold = agreeing(record, `p${i}`);
    if (i % 2) gold.sentences[0]!.role = 'con';
    return gold;
  });
  const dir = goldFolder(...golds);
  const one = await score(dir, stream(records));
  expect(await score(dir, stream(records.toReversed()))).toEqual(one);
  const { interval, f } = one.labels.find(({ label }) => label === 'roles/pro')!;
  expect(interval.low).toBeLessThan(f);
  expect(interval.high).toBeGreaterThan(f);
  expect(scoreView(one)).toContain('8 of 8 gold articles');
});

test('what cannot be compared stops the run with one sentence', async () => {
  const record = handMade();
  const gold = agreeing(record, 'park');
  await expect(score(goldFolder({ ...gold, text: 'Other.' }), stream([record]))).rejects.toThrow('cannot be compared');
  await expect(score(goldFolder({ ...gold, id: 'other' }), stream([record]))).rejects.toThrow('No record belongs');
  await expect(score(folder(), stream([]))).rejects.toThrow('holds no gold file');
  const dir = goldFolder(gold);
  writeFileSync(join(dir, 'park.json'), '{"id":1}');
  await expect(score(dir, stream([record]))).rejects.toThrow(/park.json is no gold file: id/);
});

/** A record made of a gold file with mistakes sown into it, so that no measure is 0 or 1 throughout. */
function spoilt(dir: string, name: string, index: number): OpedRecord {
  const gold = JSON.parse(readFileSync(join(dir, `${name}.json`), 'utf8')) as ReturnType<typeof agreeing>;
  const text = readFileSync(join(dir, `${name}.txt`), 'utf8');
  const keep = (_: unknown, i: number) => (i + index) % 4 !== 0;
  const roles = ['pro', 'con', 'none'] as const;
  return {
    ...handMade({ path: `${name}.txt` }),
    text,
    issue: { ...handMade().issue, phrase: index % 3 ? gold.issue : 'something else' },
    verdict: { ...handMade().verdict, lean: index % 4 ? (gold.verdict.lean as 'pro') : 'unknown' },
    sentences: gold.sentences.map(({ start, end, role, voice }, i) => ({
      ...{
        start,
        end: Math.max(start + 1, end - (i % 3)),
        role: i % 5 ? role : roles[i % 3]!,
        voice: i % 2 ? voice : 'author',
      },
      ...{ block: 0, confidence: 1, because: [], holder: null, holderSpan: null, voiceBy: '' },
    })),
    entities: [...new Set(gold.entities.map(({ type, canonical }) => `${type}|${canonical}`))].map((key, i) => ({
      ...{ id: `e${i}`, name: key, type: key.split('|')[0] as 'person', descriptions: [], salience: 0 },
      mentions: gold.entities
        .filter(({ type, canonical }) => `${type}|${canonical}` === key)
        .filter(keep)
        .map(({ start, end }, j) => ({ start, end: end + Number(j % 6 === 5), by: '' })),
    })),
    markers: gold.markers.filter(keep).map(({ start, end, kind }, i) => ({
      ...{
        start,
        end: end + (i % 7 ? 0 : 3),
        kind: i % 9 ? kind : 'hedge',
        by: '',
        voice: 'author' as const,
        strength: 0 as const,
      },
    })),
    attributions: gold.attributions.filter(keep).map(({ source, content }, i) => ({
      source: source && i % 3 ? { start: source.start, end: source.end, entity: null } : null,
      ...{
        cue: null,
        content: { start: content.start, end: content.end + (i % 4) * 9 },
        kind: 'direct' as const,
        by: '',
      },
    })),
  };
}

test.skipIf(!hasShared).each(['dev', 'roles'])('the figures are those of tools/score.mjs (gold/%s)', async (which) => {
  const dir = join(SHARED, 'gold', which);
  const names = readdirSync(dir)
    .filter((file) => file.endsWith('.txt'))
    .map((file) => file.slice(0, -4));
  const records = names.slice(0, 14).map((name, i) => spoilt(dir, name, i));
  const file = join(folder(), 'records.jsonl');
  await writeJsonl(file, records);
  const theirs = JSON.parse(execFileSync('node', [join(SHARED, 'tools', 'score.mjs'), dir, file, '--json']).toString());
  const ours = await score(dir, stream(records));
  expect(ours.missing).toEqual(theirs.missing.toSorted());
  for (const { label, p, r, f, n } of ours.labels)
    expect({ [label]: { p, r, f, n } }).toEqual({ [label]: theirs[label] });
  for (const { name, value } of ours.overall) expect({ [name]: value }).toEqual({ [name]: theirs[name] });
  expect(
    Object.keys(theirs)
      .filter((key) => key.includes('/'))
      .toSorted(),
  ).toEqual(ours.labels.map(({ label }) => label));
});
