import { decodeBytes } from './decode-bytes.ts';
import { type Draft, draftOf, type Refused, refused } from './draft.ts';
import { itemOf } from './item-of.ts';
import type { Cut, Place, ReadItem, ReadOptions } from './options.ts';
import { readEmail } from './read-email/read-email.ts';
import { pickFields } from './read-json/pick-fields.ts';
import { readJsonLine } from './read-json/read-json.ts';
import { readXml, xmlFormat } from './read-xml/read-xml.ts';

/**
 * What a container has cut out of something: a line, a row, a message.
 *
 * @throws ArticleRejected when the whole of it is nothing of its kind
 */
export async function* readCut(bytes: Buffer, cut: Cut, place: Place, options: ReadOptions): AsyncGenerator<ReadItem> {
  const decoded = decodeBytes(bytes);
  switch (cut.as) {
    case 'line': {
      const draft = readJsonLine(bytes, cut.number, options);
      return yield await itemOf(draft, { place, format: 'jsonl', bytes, decoded }, options);
    }
    case 'row': {
      const found = { place, format: 'csv', bytes, decoded: { encoding: cut.encoding, replaced: 0 } };
      return yield await itemOf(rowDraft(bytes, cut.number, options), found, options);
    }
    case 'entry': {
      const format = xmlFormat(decoded.text.slice(0, 4096));
      // Drafts, attachments and menus of a WordPress export come to nothing.
      for (const draft of readXml(decoded.text))
        yield await itemOf({ ...draft, item: `#${cut.number}` }, { place, format, bytes, decoded }, options);
      return;
    }
    case 'message':
      for (const draft of readEmail(bytes))
        yield await itemOf(draft, { place, format: 'email', bytes, decoded }, options);
  }
}

function rowDraft(bytes: Buffer, number: number, options: ReadOptions): Draft | Refused {
  const item = `#${number}`;
  const fields = pickFields(JSON.parse(bytes.toString('utf8')) as Record<string, unknown>, options.map);
  const field = options.map?.['text'] ?? 'text';
  return fields ? draftOf({ ...fields, item, bytes }) : refused({ code: 'text-missing', field }, { item, bytes });
}
