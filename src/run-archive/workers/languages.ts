import type { MessagePort } from 'node:worker_threads';
import { type DetectLanguage, detectLanguage } from '../../1-read/recognise-language.ts';

interface Question {
  readonly id: number;
  readonly sample: string;
}

type Answer = { readonly id: number } & ({ readonly language: string | null } | { readonly error: string });

/** Tells a worker the languages that it asks for: what it takes to know them is held once, not in every worker. */
export function answerQuestions(port: MessagePort): void {
  port.on('message', async ({ id, sample }: Question) => {
    const answer: Answer = await detectLanguage(sample).then(
      (language) => ({ id, language }),
      (error: Error) => ({ id, error: error.message }),
    );
    port.postMessage(answer);
  });
  port.unref();
}

/** The worker's end. */
export function askFor(port: MessagePort): DetectLanguage {
  let last = 0;
  const open = new Map<number, (answer: Answer) => void>();
  port.on('message', (answer: Answer) => {
    open.get(answer.id)?.(answer);
    open.delete(answer.id);
  });
  return async (sample) => {
    const id = ++last;
    const answered = new Promise<Answer>((resolve) => open.set(id, resolve));
    port.postMessage({ id, sample } satisfies Question);
    const answer = await answered;
    if ('error' in answer) throw new Error(answer.error);
    return answer.language;
  };
}
