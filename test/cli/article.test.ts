import { cpSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, test } from 'vitest';
import { oped } from '../helpers/command.ts';

const SAMPLE = fileURLToPath(new URL('../../corpora/sample', import.meta.url));
let cwd: string;

beforeAll(() => {
  cwd = mkdtempSync(join(tmpdir(), 'oped-cli-'));
  cpSync(SAMPLE, join(cwd, 'sample'), { recursive: true });
});

describe('oped article', () => {
  test('takes a column apart for a person', () => {
    const { status, stdout, stderr } = oped(['article', 'sample/congestion-pricing.txt'], { cwd });
    expect(stderr).toBe('');
    expect(status).toBe(0);
    for (const part of ['ISSUE', 'VERDICT', 'BALANCE SHEET', 'NAMED', 'STANCE', 'WHO SAID WHAT'])
      expect(stdout).toContain(part);
    expect(stdout).toContain('Maeve Donnellan');
  });

  test.each([['nuclear-restart.md'], ['wolf-reintroduction.html'], ['articles.jsonl']])('reads %s', (file) => {
    const { status, stdout } = oped(['article', `sample/${file}`, '--format', 'json'], { cwd });
    expect(status).toBe(0);
    for (const line of stdout.trimEnd().split('\n'))
      expect(JSON.parse(line)).toMatchObject({ schema: 'oped/1', language: 'en' });
  });

  test('reads standard input', () => {
    const input =
      'The bridge\n\nThe council should close the bridge, because it is dangerous. Critics say that this would harm shops.\n';
    const { status, stdout } = oped(['article', '-', '--format', 'json'], { cwd, input });
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ title: 'The bridge', text: input });
  });

  test('prints Markdown and CSV', () => {
    expect(oped(['article', 'sample/four-day-week.txt', '--format', 'markdown'], { cwd }).stdout).toContain(
      '| Pro | Con |',
    );
    expect(oped(['article', 'sample/four-day-week.txt', '--format', 'csv'], { cwd }).stdout).toMatch(/^article_id,/);
  });

  test('is the same in another locale and time zone', () => {
    const here = oped(['article', 'sample/articles.jsonl', '--format', 'json'], { cwd, env: { TZ: 'UTC', LANG: 'C' } });
    const there = oped(['article', 'sample/articles.jsonl', '--format', 'json'], {
      cwd,
      env: { TZ: 'Asia/Kolkata', LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8' },
    });
    expect(there.stdout).toBe(here.stdout);
  });

  test('the same text has the same id wherever it is found', () => {
    cpSync(join(cwd, 'sample/lagos-rail.txt'), join(cwd, 'copy.txt'));
    const [a, b] = ['sample/lagos-rail.txt', 'copy.txt'].map((file) =>
      JSON.parse(oped(['article', file, '--format', 'json'], { cwd }).stdout),
    );
    expect(a.id).toBe(b.id);
  });
});

describe('what is wrong is said in one sentence, with the right exit code', () => {
  const cases: [string, string[], number, RegExp][] = [
    ['an unknown flag', ['article', 'sample/lagos-rail.txt', '--colour'], 1, /unknown option '--colour'/],
    ['an unknown command', ['artcle'], 1, /unknown command/],
    ['no file at all', ['article'], 1, /missing required argument/],
    ['an unknown format', ['article', 'x', '--format', 'pdf'], 1, /Allowed choices/],
    ['a missing path', ['article', 'nowhere.txt'], 2, /^oped: nowhere\.txt: There is no such file or folder\.\n$/],
    ['an empty file', ['article', 'empty.txt'], 2, /^oped: empty\.txt: .+\.\n$/],
    ['a binary file', ['article', 'binary.bin'], 2, /^oped: binary\.bin: .+binary.+\.\n$/],
    ['binary data without a zero', ['article', 'noise.dat'], 2, /^oped: noise\.dat: .+binary.+\.\n$/],
    ['wrong JSON', ['article', 'wrong.json'], 2, /^oped: wrong\.json: .*not valid JSON.+\n$/],
    ['a bad field map', ['article', 'x', '--map', 'title'], 1, /FIELD=THEIRS/],
    [
      'a field that oped does not know',
      ['article', 'x', '--map', 'titel=a'],
      1,
      /no field "titel"; ours are id, title/,
    ],
    ['a folder', ['article', 'sample'], 2, /^oped: sample: .+it is a folder.+\.\n$/],
    ['nothing to explain', ['explain', 'empty.txt'], 2, /^oped: empty\.txt: .+\.\n$/],
  ];

  beforeAll(() => {
    writeFileSync(join(cwd, 'empty.txt'), '');
    writeFileSync(join(cwd, 'binary.bin'), Buffer.from([0x7f, 0x45, 0x4c, 0x46, 0, 0, 1, 2, 0xff, 0xfe, 0, 0, 9, 0]));
    writeFileSync(join(cwd, 'noise.dat'), Buffer.from(Array.from({ length: 510 }, (_, i) => ((i * 37) % 255) + 1)));
    writeFileSync(join(cwd, 'wrong.json'), '{"title": "x", "text": ');
  });

  test.each(cases)('%s', (_, args, status, message) => {
    const ran = oped(args, { cwd });
    expect(ran.stderr).toMatch(message);
    expect(ran.status).toBe(status);
    expect(ran.stdout).toBe('');
  });

  test('a bad line of JSONL costs nothing but itself', () => {
    const good = '{"id":"a","text":"We should act now. It is right."}';
    writeFileSync(join(cwd, 'good.jsonl'), `${good}\n`);
    writeFileSync(join(cwd, 'mixed.jsonl'), `{broken\n${good}\n`);
    const [one, mixed] = ['good.jsonl', 'mixed.jsonl'].map((file) =>
      oped(['article', file, '--format', 'json'], { cwd }),
    );
    expect(mixed!.status).toBe(2);
    expect(JSON.parse(mixed!.stdout).sentences).toEqual(JSON.parse(one!.stdout).sentences);
  });

  test('a name with spaces and signs beyond the basic plane, CRLF and a byte order mark change nothing but positions', () => {
    const text = 'The bridge 😀\r\n\r\nThe council should close the bridge. “It is dangerous,” said Ada Obi.\r\n';
    writeFileSync(join(cwd, 'ein Stück 😀 text.txt'), `\uFEFF${text}`);
    const { status, stdout } = oped(['article', 'ein Stück 😀 text.txt', '--format', 'json'], { cwd });
    expect(status).toBe(0);
    const record = JSON.parse(stdout);
    expect([record.text, record.source.path]).toEqual([text, 'ein Stück 😀 text.txt']);
    const named = record.entities[0].mentions[0];
    expect(text.slice(named.start, named.end)).toBe('Ada Obi');
  });

  test('every command explains itself with examples', () => {
    for (const command of ['article', 'archive', 'spreadsheet', 'explain', 'report', 'score', 'doctor']) {
      const { status, stdout } = oped([command, '--help'], { cwd });
      expect(status, command).toBe(0);
      expect(stdout, command).toContain('Examples:');
    }
  });
});
