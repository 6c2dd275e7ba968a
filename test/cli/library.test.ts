import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const LIBRARY = fileURLToPath(new URL('../../dist/src/index.js', import.meta.url));

test('the library has the same power as the command', async () => {
  if (!existsSync(LIBRARY)) throw new Error('dist is not there: run npm run build first');
  const { analysis, recordOf, readInput } = await import(LIBRARY);
  const sample = fileURLToPath(new URL('../../corpora/sample/lagos-rail.txt', import.meta.url));
  for await (const item of readInput(sample)) {
    const outcome = await analysis().run(item.article);
    expect(recordOf(outcome.article, outcome.problems)).toMatchObject({
      schema: 'oped/1',
      title: 'Fourteen Minutes To Marina',
    });
  }
});
