import { describe, expect, test } from 'vitest';
import { read, readOne } from '../helpers/read.ts';

const text = 'They smile. They left the room when the vote was lost.';

describe('exports of databases', () => {
  test('LexisNexis', async () => {
    const one = (n: number) =>
      `\n\n            ${n} of 2 DOCUMENTS\n\n\n        The Riverside Post\n\n     March 5, 2024 Tuesday\n\nWhy the bridge\nmust wait\n\nBYLINE: By Ann Lee\n\nSECTION: OPINION; Pg. 3\n\nLENGTH: 12 words\n\nThey smile. They left the room\nwhen the vote was lost.\n\nLOAD-DATE: March 6, 2024\n\nLANGUAGE: ENGLISH\n\n     Copyright 2024 Riverside\n`;
    const items = await read(one(1) + one(2), 'export.txt');
    expect(items).toHaveLength(2);
    expect(items[1]).toMatchObject({
      ok: true,
      article: {
        title: 'Why the bridge must wait',
        authors: [{ name: 'Ann Lee' }],
        published: '2024-03-05',
        section: 'OPINION; Pg. 3',
        text,
        source: { format: 'lexisnexis', archive: '#2' },
      },
    });
  });

  test('Factiva', async () => {
    const one = `SE Opinion\nHD\nWhy the bridge must wait\nBY By Ann Lee\nWC 12 words\nPD 5 March 2024\nSN Riverside Post\nLA English\nLP\nThey smile. They left the room\nwhen the vote was lost.\n\nAN\nDocument RIV0001\n`;
    const items = await read(one + one, 'export.txt');
    expect(items).toHaveLength(2);
    expect(items[0]).toMatchObject({
      ok: true,
      article: {
        title: 'Why the bridge must wait',
        authors: [{ name: 'Ann Lee' }],
        published: '2024-03-05',
        section: 'Opinion',
        text,
        source: { id: 'RIV0001' },
      },
    });
  });

  test('Europresse', async () => {
    const html = `<html><body><table><tr><td><span class="DocPublicationName">Le Pont</span><br><span class="DocHeader">Débats, </span><span class="DocHeader">mardi 5 mars 2024</span><br><br><span class="TitreArticleVisu">Why</span><br><br>${text}<p></p>© 2024 Le Pont.</td></tr></table></body></html>`;
    expect(await readOne(html, 'a.html')).toMatchObject({
      title: 'Why',
      published: '2024-03-05',
      section: 'Débats',
      text,
    });
  });

  test('an e-mail message', async () => {
    const mail = `Received: by x\r\nMIME-Version: 1.0\r\nMessage-ID: <1@x>\r\nDate: Tue, 5 Mar 2024 06:30:00 +0100\r\nSubject: =?utf-8?Q?Why_caf=C3=A9s?=\r\nFrom: "Ann Lee" <ann@x.example>\r\nContent-Type: multipart/alternative; boundary="b"\r\n\r\n--b\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\nThey smile. They left the =\r\nroom when the vote was lost.\r\n--b\r\nContent-Type: text/html\r\n\r\n<p>x</p>\r\n--b--\r\n`;
    expect(await readOne(mail, 'a.eml')).toMatchObject({
      title: 'Why cafés',
      authors: [{ name: 'Ann Lee' }],
      published: '2024-03-05T06:30:00+01:00',
      text,
    });
  });

  test('wire text', async () => {
    const wire = `\x01eca062 4 i 211 ccccb   dpa 061\r\n\nBridges/\r\n\x02Why the bridge must wait =\r\n\n   They smile. They left the room\r\nwhen the vote was lost.\r\n\n\x03050630 GMT Mar 24 \r\n`;
    expect(await readOne(wire, 'a.txt')).toMatchObject({
      title: 'Why the bridge must wait',
      published: '2024-03-05T06:30:00Z',
      text,
    });
  });
});
