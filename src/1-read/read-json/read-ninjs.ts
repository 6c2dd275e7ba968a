type Thing = Readonly<Record<string, unknown>>;

const isThing = (value: unknown): value is Thing =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Whether a JSON document is a feed in JSON Feed. */
export const isJsonFeed = (value: unknown): boolean =>
  isThing(value) && String(value['version']).startsWith('https://jsonfeed.org/');

/**
 * The items of a JSON document: of an envelope that services put around them
 * (`data.item`, `item`, `items`), those inside. In ninjs 2 and later, headline and
 * body stand in lists by role; here they stand as in ninjs 1.
 */
export function jsonItems(value: unknown): unknown {
  const inner = isThing(value) && isThing(value['data']) ? value['data'] : value;
  const items = isThing(inner) && !hasBody(inner) ? (inner['item'] ?? inner['items']) : undefined;
  const found = isThing(items) || Array.isArray(items) ? items : value;
  return Array.isArray(found) ? found.map(flattened) : flattened(found);
}

const hasBody = (thing: Thing): boolean =>
  ['text', 'body', 'content', 'body_html', 'body_text', 'bodies'].some((name) => name in thing);

function flattened(item: unknown): unknown {
  if (!isThing(item)) return item;
  const bodies = listOf(item['bodies']).filter(
    (body) => typeof body['value'] === 'string' && body['value'].trim() !== '',
  );
  const html = bodies.find((body) => /html/i.test(String(body['contentType'] ?? body['contenttype'] ?? body['role'])));
  const plain = bodies.find((body) => body !== html);
  const headline = listOf(item['headlines']).find((one) => one['role'] === 'main') ?? listOf(item['headlines'])[0];
  return {
    ...(headline ? { headline: headline['value'] } : {}),
    ...(html ? { body_html: html['value'] } : plain ? { body_text: plain['value'] } : {}),
    ...item,
  };
}

const listOf = (value: unknown): Thing[] => (Array.isArray(value) ? value.filter(isThing) : []);
