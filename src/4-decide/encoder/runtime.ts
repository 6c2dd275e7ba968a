import { type EncoderFile, readEncoderFile } from './encoder-files.ts';
import type { Window } from './windows.ts';

/** The two optional packages, as far as they are used; a checkout without them still compiles. */
interface OnnxRuntime {
  readonly env: { readonly wasm: { numThreads: number; proxy: boolean } };
  readonly InferenceSession: {
    create(model: Uint8Array, options: { readonly executionProviders: readonly string[] }): Promise<OnnxSession>;
  };
  readonly Tensor: new (
    type: 'int64' | 'float32',
    data: BigInt64Array | Float32Array,
    shape: readonly number[],
  ) => unknown;
}

interface OnnxSession {
  run(inputs: Readonly<Record<string, unknown>>): Promise<Readonly<Record<string, { readonly data: Float32Array }>>>;
}

interface TokenizerPackage {
  readonly Tokenizer: new (
    tokenizer: object,
    config: object,
  ) => { encode(text: string, options: { add_special_tokens: boolean }): { readonly ids: number[] } };
}

export const OPTIONAL_PACKAGES = ['onnxruntime-web/wasm', '@huggingface/tokenizers'] as const;

/** Numbers in the vector of a sentence. */
export const WIDTH = 384;
/** Numbers that tell where a sentence stands, in the order of `placesOf`. */
export const PLACES = 9;

/** The three parts of the encoder. */
export interface Runtime {
  /** Word pieces of a text, without the marks that open and close it. */
  readonly pieces: (text: string) => number[];
  /** `WIDTH` numbers for each of the window's sentences. */
  readonly vectorsOf: (window: Window) => Promise<Float32Array>;
  /** Scores of an article's title and sentences, row by row. */
  readonly read: (article: VectorArticle) => Promise<Float32Array>;
}

/** An article as numbers: title, then sentences. */
export interface VectorArticle {
  /** `WIDTH` numbers a row. */
  readonly vectors: Float32Array;
  /** `PLACES` numbers a row. */
  readonly places: Float32Array;
}

/**
 * Loads all of it.
 *
 * @throws Error in a sentence for the user that says what is missing.
 */
export async function loadRuntime(): Promise<Runtime> {
  const { Tokenizer } = await optional<TokenizerPackage>(OPTIONAL_PACKAGES[1]);
  const onnx = await optional<OnnxRuntime>(OPTIONAL_PACKAGES[0]);
  onnx.env.wasm.numThreads = 1;
  onnx.env.wasm.proxy = false;
  const open = (which: EncoderFile) =>
    onnx.InferenceSession.create(readEncoderFile(which), { executionProviders: ['wasm'] });
  const tokenizer = new Tokenizer(JSON.parse(Buffer.from(readEncoderFile('pieces')).toString('utf8')) as object, {});
  return {
    pieces: (text) => tokenizer.encode(text, { add_special_tokens: false }).ids,
    vectorsOf: vectorsBy(onnx, await open('sentence')),
    read: readBy(onnx, await open('article')),
  };
}

async function optional<T>(name: string): Promise<T> {
  try {
    return (await import(name)) as T;
  } catch (cause) {
    const of = name.replace(/\/wasm$/, '');
    throw new Error(`the optional package ${of} is not installed (npm install ${of})`, { cause });
  }
}

/**
 * One window at a time: the scale of the 8-bit activations is taken over a
 * whole input, so that articles read together would change each other's last
 * digits, and the same article would not always give the same bytes.
 */
const vectorsBy =
  ({ Tensor }: OnnxRuntime, session: OnnxSession): Runtime['vectorsOf'] =>
  async ({ ids, second, spans }) => {
    const length = ids.length;
    const { vectors } = await session.run({
      ids: new Tensor('int64', BigInt64Array.from(ids, BigInt), [1, length]),
      types: new Tensor(
        'int64',
        BigInt64Array.from(ids, (_, at) => (at < second ? 0n : 1n)),
        [1, length],
      ),
      pool: new Tensor('float32', meansOver(spans, length), [spans.length, length]),
    });
    return vectors!.data;
  };

/** Rows that take the mean of the pieces in each span. */
function meansOver(spans: Window['spans'], length: number): Float32Array {
  const pool = new Float32Array(spans.length * length);
  spans.forEach(([start, end], row) => {
    pool.fill(1 / (end - start), row * length + start, row * length + end);
  });
  return pool;
}

const readBy =
  ({ Tensor }: OnnxRuntime, session: OnnxSession): Runtime['read'] =>
  async ({ vectors, places }) => {
    const { scores } = await session.run({
      vectors: new Tensor('float32', vectors, [vectors.length / WIDTH, WIDTH]),
      places: new Tensor('float32', places, [places.length / PLACES, PLACES]),
    });
    return scores!.data;
  };
