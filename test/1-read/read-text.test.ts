import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { codes, read, readOne } from '../helpers/read.ts';

describe('plain text', () => {
  test('stays as it is, whatever its line ends', async () => {
    const text = 'A title\r\n\r\nBy Ann Lee\r\rThey smile.\n\n\n  They left.\t\n';
    expect((await readOne(text)).text).toBe(text);
  });

  test('loses a leading byte order mark and nothing else', async () => {
    const article = await readOne('\uFEFFThey \uFEFFsmile.');
    expect(article.text).toBe('They \uFEFFsmile.');
    expect(article.source.encoding).toEqual({ name: 'utf-8', by: 'bom' });
  });

  test('any text of letters, emoji, marks and line ends comes back unchanged', async () => {
    const grapheme = fc.constantFrom(
      'a',
      'é',
      'e\u0301',
      '😀',
      '👩‍👩‍👧',
      '\r\n',
      '\r',
      '\n',
      ' ',
      '“',
      '。',
      'ß',
      '\u2028',
      '.',
    );
    await fc.assert(
      fc.asyncProperty(fc.array(grapheme, { minLength: 1, maxLength: 60 }), async (parts) => {
        const text = `They smile. ${parts.join('')}`;
        expect((await readOne(text, 'a.txt', { anyLanguage: true })).text).toBe(text);
      }),
      { seed: 7, numRuns: 60 },
    );
  });

  test('has the same id wherever it lies', async () => {
    const [a, b] = [await readOne('They smile.', 'a.txt'), await readOne('\uFEFFThey smile.', 'b/c.txt')];
    expect(a.id).toBe(b.id);
    expect(a.id).toMatch(/^[\da-f]{16}$/);
    expect(a.source.sha256).not.toBe(b.source.sha256);
  });
});

describe('encodings', () => {
  const text = 'The café’s owner – a “friend” – voted against the plan in Orléans.';
  const latin = Buffer.from(
    text.replace('’', '\x92').replace(/–/g, '\x96').replace('“', '\x93').replace('”', '\x94'),
    'latin1',
  );

  test.each([
    ['UTF-8', Buffer.from(text), 'utf-8', 'utf-8'],
    ['UTF-16 with a mark', Buffer.from(`\uFEFF${text}`, 'utf16le'), 'utf-16le', 'bom'],
    ['UTF-16 without one', Buffer.from(text, 'utf16le'), 'utf-16le', 'detected'],
    ['big-endian UTF-16', Buffer.from(`\uFEFF${text}`, 'utf16le').swap16(), 'utf-16be', 'bom'],
    ['windows-1252', latin, 'windows-1252', 'detected'],
  ])('%s', async (_, bytes, name, by) => {
    const article = await readOne(bytes);
    expect(article.text).toBe(text);
    expect(article.source.encoding).toEqual({ name, by });
  });

  test('a page in the charset that it declares', async () => {
    const html = `<html><head><meta charset="windows-1252"><title>x</title></head><body><p>${'They met in the caf\xe9. '.repeat(30)}</p></body></html>`;
    const article = await readOne(Buffer.from(html, 'latin1'), 'a.html');
    expect(article.text).toContain('café');
    expect(article.source.encoding).toEqual({ name: 'windows-1252', by: 'declared' });
  });

  test('UTF-8 with a broken byte keeps the rest and says so', async () => {
    const bytes = Buffer.concat([Buffer.from('“They” – smile. '), Buffer.from([0xff]), Buffer.from(' “They” left.')]);
    const [item] = await read(bytes);
    expect(item).toMatchObject({ ok: true, problems: [{ code: 'replacement-character', count: 1 }] });
  });

  test('no bytes make the reader throw', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), async (bytes) => {
        for (const item of await read(bytes)) if (item.ok) expect(item.article.text.isWellFormed()).toBe(true);
      }),
      { seed: 11, numRuns: 200 },
    );
  });
});

describe('refusals', () => {
  test.each([
    ['an empty file', '', 'nothing-to-read'],
    ['white space alone', ' \n\t\r\n', 'nothing-to-read'],
    ['a binary', Buffer.from([0x7f, 0x45, 0x4c, 0x46, 0, 0, 1, 2]), 'binary-file'],
    [
      'UTF-32',
      Buffer.from([0xff, 0xfe, 0, 0, ...[...'They smile.'].flatMap((c) => [c.charCodeAt(0), 0, 0, 0])]),
      'binary-file',
    ],
    [
      'French',
      'Les citoyens de la ville ont voté contre le projet du maire, et ils ont eu raison de le faire.',
      'language-not-english',
    ],
  ])('%s', async (_, content, code) => {
    expect(codes(await read(content))).toEqual([code]);
  });

  test('French is read on request', async () => {
    const text = 'Les citoyens de la ville ont voté contre le projet du maire, et ils ont eu raison de le faire.';
    expect((await readOne(text, 'a.txt', { anyLanguage: true })).language).toBe('fr');
  });

  test('a document above the limit', async () => {
    expect(codes(await read('They smile.', 'a.txt', { maxBytes: 5 }))).toEqual(['input-too-large']);
  });
});
