import { describe, expect, it, vi } from 'vitest';
import { encoderEngine } from '../../src/4-decide/encoder/encoder-engine.ts';
import { checkEngines } from '../../src/doctor/engines.ts';
import { hasEncoder } from '../helpers/encoder.ts';

describe('the doctor', () => {
  it('knows the light engine to be ready', async () => {
    expect(await checkEngines()).toContainEqual(expect.objectContaining({ name: 'light', ready: true }));
  });

  it.skipIf(!hasEncoder)('finds the encoder where its packages are installed', async () => {
    expect(await checkEngines()).toContainEqual(expect.objectContaining({ name: 'encoder', ready: true }));
  });

  it('says what is missing where they are not, and so does the engine', async () => {
    vi.doMock('@huggingface/tokenizers', () => {
      throw new Error('not found');
    });
    const [, encoder] = await checkEngines();
    expect(encoder).toMatchObject({
      ready: false,
      detail: expect.stringContaining('npm install @huggingface/tokenizers'),
    });
    await expect(encoderEngine().weigh({ sentences: [] } as never)).rejects.toThrow('--engine light does without');
    vi.doUnmock('@huggingface/tokenizers');
  });
});
