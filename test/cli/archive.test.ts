import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { LIMITS } from '../../src/run-archive/options.ts';
import { COMMAND, oped } from '../helpers/command.ts';

const CORPORA = fileURLToPath(new URL('../../corpora', import.meta.url));
let cwd: string;

beforeAll(() => {
  cwd = mkdtempSync(join(tmpdir(), 'oped-archive-'));
  cpSync(CORPORA, join(cwd, 'corpora'), { recursive: true });
  writeFileSync(join(cwd, 'broken.json'), '{"text": ');
});

/** Of every output but run.json, which tells the time. */
const bytesOf = (dir: string): Record<string, string> =>
  Object.fromEntries(
    readdirSync(join(cwd, dir), { withFileTypes: true })
      .filter((entry) => entry.isFile() && entry.name !== 'run.json')
      .map(({ name }) => [
        name,
        createHash('sha256')
          .update(readFileSync(join(cwd, dir, name)))
          .digest('hex'),
      ]),
  );

describe('oped archive', () => {
  test('reads the sample into records, tables and a workbook, and shows what came of it', () => {
    const { status, stdout, stderr } = oped(['archive', 'corpora/sample', '--out', 'one', '--jobs', '1'], { cwd });
    expect(stderr).toBe('');
    expect(status).toBe(0);
    expect(stdout).toMatch(/^16 articles, by oped’s guess: /m);
    for (const file of ['records.jsonl', 'records.xlsx', 'articles.csv', 'issues.csv', 'problems.jsonl', 'run.json'])
      expect(existsSync(join(cwd, 'one', file)), file).toBe(true);
    expect(
      readFileSync(join(cwd, 'one', 'records.jsonl'), 'utf8')
        .trimEnd()
        .split('\n'),
    ).toHaveLength(16);
  });

  test('gives the same bytes with two workers, shuffled inputs, another locale and time zone', () => {
    const files = readdirSync(join(cwd, 'corpora/sample'))
      .map((name) => `corpora/sample/${name}`)
      .reverse();
    const env = { TZ: 'Pacific/Auckland', LC_ALL: 'tr_TR.UTF-8' };
    expect(oped(['archive', ...files, '--out', 'two', '--jobs', '2', '--quiet'], { cwd, env }).status).toBe(0);
    expect(bytesOf('two')).toEqual(bytesOf('one'));
  });

  test('a broken document costs itself: exit code 2, the others byte for byte the same', () => {
    const { status, stderr } = oped(['archive', 'broken.json', 'corpora/sample', '--out', 'three', '-q'], { cwd });
    expect(status).toBe(2);
    expect(stderr).toMatch(/^oped: 1 of the documents failed; see .*problems\.jsonl\.\n$/);
    expect(readFileSync(join(cwd, 'three/records.jsonl'))).toEqual(readFileSync(join(cwd, 'one/records.jsonl')));
    expect(JSON.parse(readFileSync(join(cwd, 'three/problems.jsonl'), 'utf8'))).toMatchObject({ path: 'broken.json' });
  });

  test('says in its help what the limits are', () => {
    const { stdout } = oped(['archive', '--help'], { cwd });
    for (const limit of ['seconds', 'megabytes', 'characters'] as const)
      expect(stdout.replace(/\s+/g, ' ')).toMatch(new RegExp(`--${limit} <n> [^-]*; ${LIMITS[limit]} when not given`));
  });

  test('touches no outputs that are not its own', () => {
    writeFileSync(join(cwd, 'records.jsonl'), 'mine\n');
    const { status, stderr } = oped(['archive', 'corpora/sample', '--out', '.', '-q'], { cwd });
    expect(status).toBe(1);
    expect(stderr).toMatch(/^oped: .+\.\n$/);
    expect(readFileSync(join(cwd, 'records.jsonl'), 'utf8')).toBe('mine\n');
  });

  test('a finished run is not done again unless asked, and --changed finds nothing to do', () => {
    const before = bytesOf('one');
    const again = oped(['archive', 'corpora/sample', '--out', 'one', '-q'], { cwd });
    expect([again.status, again.stderr]).toEqual([1, expect.stringMatching(/^oped: .*finished run.*--changed.*\n$/)]);
    expect(oped(['archive', 'corpora/sample', '--out', 'one', '-q', '--changed'], { cwd }).status).toBe(0);
    expect(bytesOf('one')).toEqual(before);
  });
});

describe('what is made of records', () => {
  test('oped spreadsheet writes a workbook, and not over one that is there', () => {
    const args = ['spreadsheet', 'one/records.jsonl', '--out', 'book.xlsx'];
    expect(oped(args, { cwd }).status).toBe(0);
    const again = oped(args, { cwd });
    expect(again.status).toBe(1);
    expect(again.stderr).toMatch(/^oped: .*book\.xlsx.*\n$/);
    expect(oped([...args, '--force'], { cwd }).status).toBe(0);
  });

  test('oped spreadsheet writes CSV of a dialect and Parquet', () => {
    const csv = ['spreadsheet', 'one/records.jsonl', '--out', 'tables', '--dialect', 'semicolon', '--bom'];
    expect(oped(csv, { cwd }).status).toBe(0);
    expect(readFileSync(join(cwd, 'tables/articles.csv'), 'utf8')).toMatch(/^\ufeffarticle_id;/);
    expect(oped(['spreadsheet', 'one/records.jsonl', '--out', 'pq', '--format', 'parquet'], { cwd }).status).toBe(0);
    expect(readFileSync(join(cwd, 'pq/articles.parquet')).toString('latin1', 0, 4)).toBe('PAR1');
  });

  test('oped score measures them against the gold that ships', () => {
    const { status, stdout } = oped(['score', 'corpora/gold', 'one/records.jsonl'], { cwd });
    expect(status).toBe(0);
    expect(stdout).toMatch(/^16 of 16 gold articles\n/);
    expect(stdout).toMatch(/^entities\/core .* n \d+$/m);
  });

  test('oped report writes pages', () => {
    expect(oped(['report', 'one/records.jsonl', '--out', 'pages'], { cwd }).status).toBe(0);
    expect(readdirSync(join(cwd, 'pages/articles'))).toHaveLength(16);
  });

  test('a report of nothing writes nothing and says so: exit code 1, or 2 where documents failed', () => {
    writeFileSync(join(cwd, 'none.jsonl'), '');
    const none = oped(['report', 'none.jsonl', '--out', 'no-pages'], { cwd });
    expect([none.status, none.stderr]).toEqual([1, 'oped: There is no article to show: no page was written.\n']);
    const failed = oped(['report', 'broken.json', '--out', 'no-pages'], { cwd });
    expect([failed.status, failed.stderr.trimEnd().split('\n')]).toEqual([2, [expect.anything(), expect.anything()]]);
    expect(existsSync(join(cwd, 'no-pages'))).toBe(false);
    expect(oped(['spreadsheet', 'none.jsonl', '--out', 'no-rows'], { cwd }).status).toBe(0);
  });

  test.each([
    ['spreadsheet', 'broken.json/book.xlsx'],
    ['spreadsheet', 'broken.json/tables'],
    ['report', 'broken.json/pages'],
    ['archive', 'broken.json/analysed'],
  ])('oped %s where nothing can be written is one sentence', (command, out) => {
    const { status, stderr } = oped([command, 'corpora/sample/lagos-rail.txt', '--out', out], { cwd });
    expect([status, stderr]).toEqual([1, expect.stringMatching(/^oped: .+\.\n$/)]);
  });

  test.each([
    ['tables.csv', []],
    ['book.ods', []],
    ['other.xlsx', ['--format', 'csv']],
    ['folder', ['--append', 'book.xlsx']],
  ])('oped spreadsheet refuses --out %s with %j: it would write something else', (out, more) => {
    const { status, stderr } = oped(['spreadsheet', 'one/records.jsonl', '--out', out, ...more], { cwd });
    expect([status, stderr]).toEqual([1, expect.stringMatching(/^oped: .*--out.+\.\n$/)]);
    expect(existsSync(join(cwd, out))).toBe(false);
  });

  test('Ctrl-C leaves nothing behind', async () => {
    const scratch = mkdtempSync(join(tmpdir(), 'oped-interrupted-'));
    const args = [COMMAND, 'spreadsheet', '-', '--out', join(scratch, 'book.xlsx')];
    const run = spawn(process.execPath, args, { cwd, env: { ...process.env, TMPDIR: scratch } });
    run.stdin.write('{"text":"We should act now."}\n');
    await vi.waitUntil(() => readdirSync(scratch).length > 0, { timeout: 20_000 });
    run.kill('SIGINT');
    run.stdin.end('{"text":"We should not."}\n');
    const [status] = await once(run, 'exit');
    expect([status, readdirSync(scratch)]).toEqual([130, []]);
  });

  test('a records file that is not there is one sentence', () => {
    const { status, stderr } = oped(['score', 'corpora/gold', 'nowhere.jsonl'], { cwd });
    expect(status).toBe(1);
    expect(stderr.trimEnd().split('\n')).toHaveLength(1);
  });
});
