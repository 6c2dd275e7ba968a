import { readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Progress } from '../../src/run-archive/progress.ts';
import { runArchive } from '../../src/run-archive/run-archive.ts';
import { filesOf, fromSources, linesOf, newFolder, opEd, opEds, outputsOf } from './fixtures/archive.ts';
import { inProcess } from './fixtures/in-process.ts';

/** Threads, with limits that a test can wait for. */
const quick = { ...fromSources, limits: { seconds: 12, megabytes: 96 } };

const plain = { ...fromSources, startWorkers: () => inProcess() };

describe('an archive with hostile documents', () => {
  test('each costs at most itself, and is reported with stage, code and its original bytes', async () => {
    const hostile = {
      'spin.txt': 'PLEASE SPIN for ever. We should act now, because waiting costs more than acting ever will.',
      'exit.txt': 'PLEASE EXIT at once. We should act now, because waiting costs more than acting ever will.',
      'allocate.txt': 'PLEASE ALLOCATE it all. We should act now, because waiting costs more than acting will.',
      'throw.txt': 'PLEASE THROW an error. We should act now, because waiting costs more than acting ever will.',
      'reject.txt': 'PLEASE REJECT this one. We should act now, because waiting costs more than acting will.',
      'lie.txt': 'PLEASE LIE about spans. We should act now, because waiting costs more than acting ever will.',
    };
    const inputs = await filesOf({ ...opEds(6), ...hostile });
    const out = await newFolder();
    const summary = await runArchive([inputs], { ...quick, out, jobs: 2 });
    expect(summary).toMatchObject({ records: 6, failed: 6, interrupted: false });
    const problems = await linesOf(join(out, 'problems.jsonl'));
    const codes = problems.map(({ path, stage, code }) => [String(path).split('/').at(-1), stage, code]);
    expect(codes).toEqual([
      ['allocate.txt', 'analyse', 'document-too-heavy'],
      ['exit.txt', 'analyse', 'worker-died'],
      ['lie.txt', 'obey', 'stage-failed'],
      ['reject.txt', 'obey', 'no-article-found'],
      ['spin.txt', 'analyse', 'document-too-slow'],
      ['throw.txt', 'obey', 'stage-failed'],
    ]);
    const quarantined = (await readdir(join(out, 'quarantine'))).filter((name) => name.endsWith('.bytes'));
    const bytes = await Promise.all(quarantined.map((name) => readFile(join(out, 'quarantine', name), 'utf8')));
    expect(bytes.sort()).toEqual(Object.values(hostile).sort());
  });

  test('workers know the language of what they read', async () => {
    const spanish =
      'El alcalde debe cerrar el puerto ahora mismo, porque los barcos ensucian la bahía y nadie quiere pagar por ello. ';
    const inputs = await filesOf({ ...opEds(3), 'es.txt': spanish.repeat(4), 'es-again.txt': spanish.repeat(5) });
    const out = await newFolder();
    expect(await runArchive([inputs], { ...quick, out, jobs: 2 })).toMatchObject({ records: 3, failed: 2 });
    const messages = (await linesOf(join(out, 'problems.jsonl'))).map(({ code, message }) => [code, message]);
    expect(messages.map(([code]) => code)).toEqual(['language-not-english', 'language-not-english']);
    expect(messages.every(([, message]) => /\bes\b/.test(String(message)))).toBe(true);
  });

  test('the outputs are the same with one worker and with two, and whatever the order of the inputs', async () => {
    const texts = { ...opEds(12), 'exit.txt': 'PLEASE EXIT at once, for the good of us all in this town.' };
    const inputs = await filesOf(texts);
    const paths = Object.keys(texts).map((name) => join(inputs, name));
    const [one, two, shuffled] = [await newFolder(), await newFolder(), await newFolder()];
    await runArchive(paths, { ...quick, out: one, jobs: 1 });
    await runArchive(paths, { ...quick, out: two, jobs: 2 });
    await runArchive(paths.reverse(), { ...quick, out: shuffled, jobs: 2 });
    expect(await outputsOf(two)).toEqual(await outputsOf(one));
    expect(await outputsOf(shuffled)).toEqual(await outputsOf(one));
  });
});

describe('a run that was stopped', () => {
  test('goes on where it was and ends with the same bytes', async () => {
    const inputs = await filesOf(opEds(30));
    const [clean, out] = [await newFolder(), await newFolder()];
    await runArchive([inputs], { ...plain, out: clean, jobs: 1 });
    let sessions = 0;
    let done = 0;
    for (let interrupted = true; interrupted; sessions++) {
      const stop = new AbortController();
      const onProgress = (progress: { done: number }) => progress.done === 8 && stop.abort();
      const summary = await runArchive([inputs], { ...plain, out, jobs: 2, signal: stop.signal, onProgress });
      interrupted = summary.interrupted;
      done += summary.done;
    }
    expect(sessions).toBeGreaterThan(2);
    expect(done).toBe(30);
    expect(await outputsOf(out)).toEqual(await outputsOf(clean));
  });

  test('does not go on with other options, nor over a finished run, nor over files of others', async () => {
    const inputs = await filesOf(opEds(2));
    const [out, foreign] = [await newFolder(), await filesOf({ 'records.jsonl': 'mine\n' })];
    await expect(runArchive([inputs], { ...plain, out: foreign, jobs: 1 })).rejects.toThrow('--force replaces it');
    const stop = AbortSignal.abort();
    await runArchive([inputs], { ...plain, out, jobs: 1, signal: stop });
    const other = { ...plain, out, jobs: 1, read: { issue: 'taxes' } };
    await expect(runArchive([inputs], other)).rejects.toThrow('other options or another version');
    await runArchive([inputs], { ...plain, out, jobs: 1 });
    await expect(runArchive([inputs], { ...plain, out, jobs: 1 })).rejects.toThrow('a finished run');
    expect((await runArchive([inputs], { ...plain, out, jobs: 1, force: true })).done).toBe(2);
  });
});

describe('a finished run', () => {
  test('--changed redoes what is new or changed and drops what is gone', async () => {
    const inputs = await filesOf(opEds(5));
    const out = await newFolder();
    await runArchive([inputs], { ...plain, out, jobs: 1 });
    await writeFile(join(inputs, '1900/piece-0.txt'), opEd(100));
    await writeFile(join(inputs, 'new.txt'), opEd(101));
    const summary = await runArchive([inputs], { ...plain, out, jobs: 1, mode: 'changed' });
    expect(summary).toMatchObject({ records: 6, done: 2 });
    const clean = await newFolder();
    await runArchive([inputs], { ...plain, out: clean, jobs: 1 });
    expect(await outputsOf(out)).toEqual(await outputsOf(clean));
  });

  test('--changed redoes everything for another version', async () => {
    const inputs = await filesOf(opEds(3));
    const out = await newFolder();
    await runArchive([inputs], { ...plain, out, jobs: 1 });
    const summary = await runArchive([inputs], { ...plain, out, jobs: 1, mode: 'changed', version: 'test-2' });
    expect(summary.done).toBe(3);
  });

  test('--retry replays what failed, and releases from quarantine what does no longer', async () => {
    const text = 'PLEASE THROW at once, for the good of us all in this town.';
    const inputs = await filesOf({ ...opEds(3), 'bad.txt': text });
    const out = await newFolder();
    const first = await runArchive([inputs], { ...plain, out, jobs: 1 });
    expect(first).toMatchObject({ records: 3, failed: 1 });
    await writeFile(join(inputs, 'bad.txt'), text.replace('PLEASE THROW', 'We all leave'));
    const second = await runArchive([inputs], { ...plain, out, jobs: 1, mode: 'retry' });
    expect(second).toMatchObject({ records: 4, failed: 0, done: 1 });
    expect(await readdir(out)).not.toContain('quarantine');
  });
});

describe('--retry', () => {
  const thrown = 'PLEASE THROW at once, for the good of us all in this town.';

  /** The same pipeline under another name for the same thing: it no longer does what articles ask for. */
  const fixed = { ...plain, startWorkers: () => inProcess({ obeys: false }) };

  test('replays the original bytes from quarantine when the input is gone', async () => {
    const bodies = [opEd(5), `${opEd(7)}\n${thrown}`, opEd(6)];
    const lines = bodies.map((text, n) => JSON.stringify({ id: `a-${n}`, text })).join('\n');
    const texts = { ...opEds(2), 'bad.txt': thrown, 'lines.jsonl': lines };
    const inputs = await filesOf(texts);
    const [out, clean] = [await newFolder(), await newFolder()];
    expect(await runArchive([inputs], { ...plain, out, jobs: 1 })).toMatchObject({ records: 4, failed: 2 });
    await runArchive([inputs], { ...fixed, out: clean, jobs: 1 });
    await rm(inputs, { recursive: true });
    const again = await runArchive([inputs], { ...fixed, out, jobs: 2, mode: 'retry' });
    expect(again).toMatchObject({ records: 6, failed: 0 });
    expect(await outputsOf(out)).toEqual(await outputsOf(clean));
    expect(await readdir(out)).not.toContain('quarantine');
  });

  test('does not read an input that is there, and keeps what still fails', async () => {
    const inputs = await filesOf({ ...opEds(2), 'bad.txt': thrown, 'none.txt': '   ' });
    const out = await newFolder();
    await utimes(join(inputs, 'bad.txt'), 1e9, 1e9);
    await runArchive([inputs], { ...plain, out, jobs: 1 });
    const before = await outputsOf(out);
    await writeFile(join(inputs, 'bad.txt'), thrown.replace('PLEASE THROW', 'PLEASE CHEER'));
    await utimes(join(inputs, 'bad.txt'), 1e9, 1e9);
    const again = await runArchive([inputs], { ...plain, out, jobs: 1, mode: 'retry' });
    expect(again).toMatchObject({ records: 2, failed: 2, done: 2 });
    expect(await outputsOf(out)).toEqual(before);
  });

  test('of a document with several items redoes those that failed, and their bytes are kept once', async () => {
    const items = [opEd(3), thrown, thrown.replace('town', 'city'), opEd(4)].map((text, n) => ({ id: `b-${n}`, text }));
    const inputs = await filesOf({ 'several.json': JSON.stringify(items) });
    const [out, clean] = [await newFolder(), await newFolder()];
    expect(await runArchive([inputs], { ...plain, out, jobs: 1 })).toMatchObject({ records: 2, failed: 2 });
    const kept = await readdir(join(out, 'quarantine'));
    expect([kept.filter((name) => name.endsWith('.json')).length, kept.length]).toEqual([2, 3]);
    await runArchive([inputs], { ...fixed, out: clean, jobs: 1 });
    await rm(inputs, { recursive: true });
    const again = await runArchive([inputs], { ...fixed, out, jobs: 2, mode: 'retry' });
    expect(again).toMatchObject({ records: 4, failed: 0 });
    expect(await outputsOf(out)).toEqual(await outputsOf(clean));
  });

  test('stopped and started again ends with the same bytes; what an earlier run dropped stays out', async () => {
    const texts = Object.fromEntries(Array.from({ length: 9 }, (_, n) => [`bad-${n}.txt`, `${opEd(n)}\n${thrown}`]));
    const inputs = await filesOf({ ...texts, ...opEds(3) });
    const [out, clean] = [await newFolder(), await newFolder()];
    await runArchive([inputs], { ...plain, out, jobs: 1 });
    await rm(join(inputs, 'bad-8.txt'));
    await runArchive([inputs], { ...plain, out, jobs: 1, mode: 'changed' });
    await runArchive([inputs], { ...fixed, out: clean, jobs: 1 });
    await rm(inputs, { recursive: true });
    for (let interrupted = true; interrupted; ) {
      const stop = new AbortController();
      const onProgress = ({ done }: { done: number }) => done === 3 && stop.abort();
      const options = { ...fixed, out, jobs: 2, mode: 'retry', signal: stop.signal, onProgress } as const;
      interrupted = (await runArchive([inputs], options)).interrupted;
    }
    expect(await outputsOf(out)).toEqual(await outputsOf(clean));
  });

  test('reads the input where quarantine has been emptied', async () => {
    const inputs = await filesOf({ 'bad.txt': thrown });
    const out = await newFolder();
    await runArchive([inputs], { ...plain, out, jobs: 1 });
    await rm(join(out, 'quarantine'), { recursive: true });
    expect(await runArchive([inputs], { ...fixed, out, jobs: 1, mode: 'retry' })).toMatchObject({
      records: 1,
      failed: 0,
    });
  });
});

describe('progress', () => {
  test('tells how long a single container takes, by how much of it has been read', async () => {
    const lines = Array.from({ length: 400 }, (_, n) => JSON.stringify({ text: opEd(n) })).join('\n');
    const inputs = await filesOf({ 'all.jsonl': lines });
    const etas: (number | null)[] = [];
    const onProgress = ({ phase, eta }: Progress) => phase === 'analyse' && etas.push(eta);
    await runArchive([inputs], { ...plain, out: await newFolder(), jobs: 1, onProgress });
    expect(lines.length).toBeGreaterThan(4 * 65536);
    expect(etas.slice(0, 10).every((eta) => eta !== null && eta > 0)).toBe(true);
    expect(etas.at(-1)).toBe(0);
  });

  test('counts an input that is replayed out of quarantine', async () => {
    const broken = 'PLEASE THROW at once, for the good of us all in this town.';
    const lines = [opEd(1), broken, opEd(2)].map((text) => JSON.stringify({ text })).join('\n');
    const inputs = await filesOf({ 'a.jsonl': lines });
    const out = await newFolder();
    await runArchive([inputs], { ...plain, out, jobs: 1 });
    const etas: (number | null)[] = [];
    const onProgress = ({ phase, eta }: Progress) => phase === 'analyse' && etas.push(eta);
    await runArchive([inputs], { ...plain, out, jobs: 1, mode: 'retry', onProgress });
    expect(etas.at(-1)).toBe(0);
  });
});

describe('a list that is too large to be read whole', () => {
  const entry = (type: string, n: number): string =>
    `<item><title>T</title><wp:post_id>${n}</wp:post_id><wp:post_type>${type}</wp:post_type><content:encoded><![CDATA[${opEd(n)}]]></content:encoded></item>`;
  const list = (types: readonly string[]): string =>
    `<rss version="2.0" xmlns:content="c" xmlns:wp="w"><channel><wp:wxr_version>1.2</wp:wxr_version>${types.map(entry).join('')}</channel></rss>`;
  const texts = {
    'a-none.xml': list(Array<string>(9).fill('attachment')),
    'b-some.xml': list([...Array<string>(8).fill('attachment'), 'post', 'attachment']),
    'c-broken.xml': list(['post', 'post', 'post']).replaceAll('</title>', ''),
  };
  const told = async (out: string) =>
    (await linesOf(join(out, 'problems.jsonl'))).map(({ path, archive, code }) => [
      String(path).split('/').at(-1),
      archive,
      code,
    ]);

  test('is refused where no entry is an article; entries broken alike are told apart', async () => {
    const inputs = await filesOf(texts);
    const out = await newFolder();
    const options = { ...plain, out, jobs: 2, read: { maxBytes: 1500 } };
    expect(await runArchive([inputs], options)).toMatchObject({ records: 1, failed: 4 });
    expect(await told(out)).toEqual([
      ['a-none.xml', null, 'no-article-found'],
      ...['#1', '#2', '#3'].map((number) => ['c-broken.xml', number, 'invalid-xml']),
    ]);
    const kept = await readdir(join(out, 'quarantine'));
    expect(kept.filter((name) => name.endsWith('.json'))).toHaveLength(4);
  });

  test('is refused the same by a run that was stopped', async () => {
    const inputs = await filesOf(texts);
    const [out, clean] = [await newFolder(), await newFolder()];
    const options = { ...plain, jobs: 2, read: { maxBytes: 1500 } };
    await runArchive([inputs], { ...options, out: clean });
    for (let interrupted = true; interrupted; ) {
      const stop = new AbortController();
      const onProgress = ({ done }: { done: number }) => done === 1 && stop.abort();
      interrupted = (await runArchive([inputs], { ...options, out, signal: stop.signal, onProgress })).interrupted;
    }
    expect(await outputsOf(out)).toEqual(await outputsOf(clean));
  });
});

describe('near-duplicates', () => {
  test('are kept once, the one with the smallest path, and linked', async () => {
    const copy = opEd(1).replace('By Jane Doe', 'By Jane Doe, for the evening edition');
    const inputs = await filesOf({ 'a/1.txt': opEd(1), 'b/1.txt': copy, 'c/2.txt': opEd(2) });
    const [out, all] = [await newFolder(), await newFolder()];
    expect(await runArchive([inputs], { ...plain, out, jobs: 2 })).toMatchObject({ records: 2, duplicates: 1 });
    const [problem] = await linesOf(join(out, 'problems.jsonl'));
    expect(problem).toMatchObject({ path: join(inputs, 'b/1.txt'), code: 'near-duplicate' });
    expect(problem!['message']).toContain('a/1.txt');
    const kept = await runArchive([inputs], { ...plain, out: all, jobs: 2, keepDuplicates: true });
    expect(kept).toMatchObject({ records: 3, duplicates: 1 });
    expect(await readFile(join(all, 'duplicates.csv'), 'utf8')).toContain('b/1.txt');
  });
});
