/** How far a run has come. */
export interface Progress {
  /** Items done in this session, failed ones among them. */
  readonly done: number;
  readonly failed: number;
  /** Inputs that need no work, or are through. */
  readonly inputsDone: number;
  readonly inputs: number;
  /** Seconds since this session began. */
  readonly seconds: number;
  /** Items a second. */
  readonly rate: number;
  /** Seconds to go, by how many bytes of the inputs have been read; null as long as nothing tells. */
  readonly eta: number | null;
  /** `analyse`, then `write`. */
  readonly phase: 'analyse' | 'write';
}

/** Counts what is done and estimates what is left. The clock is for people's eyes alone: nothing of it is in a record. */
export class Meter {
  readonly #start = performance.now();
  readonly #report: (progress: Progress) => void;
  readonly #inputs: number;
  readonly #bytes: number;
  #inputsDone = 0;
  #bytesRead = 0;
  #bytesSpared = 0;
  #done = 0;
  #failed = 0;
  #phase: Progress['phase'] = 'analyse';

  constructor(sizes: readonly number[], report: (progress: Progress) => void) {
    this.#inputs = sizes.length;
    this.#bytes = sizes.reduce((sum, size) => sum + size, 0);
    this.#report = report;
  }

  item(failed: boolean): void {
    this.#done++;
    if (failed) this.#failed++;
    this.#report(this.now());
  }

  /** Bytes of inputs, packed as they are; `spared` ones cost nothing, for what they hold was done before. */
  read(bytes: number, spared: boolean): void {
    this.#bytesRead += bytes;
    if (spared) this.#bytesSpared += bytes;
  }

  input(): void {
    this.#inputsDone++;
    this.#report(this.now());
  }

  phase(phase: Progress['phase']): void {
    this.#phase = phase;
    this.#report(this.now());
  }

  now(): Progress {
    const seconds = (performance.now() - this.#start) / 1000;
    const worked = this.#done > 0 ? this.#bytesRead - this.#bytesSpared : 0;
    return {
      ...{ done: this.#done, failed: this.#failed, inputsDone: this.#inputsDone, inputs: this.#inputs, seconds },
      rate: seconds > 0 ? this.#done / seconds : 0,
      eta: worked > 0 ? (seconds / worked) * (this.#bytes - this.#bytesRead) : null,
      phase: this.#phase,
    };
  }
}

/** The line a terminal shows. */
export function progressLine({ done, failed, inputsDone, inputs, rate, eta, phase }: Progress): string {
  const parts = [`${done} done`, `${rate.toFixed(1)}/s`, `${inputsDone} of ${inputs} inputs`];
  if (failed > 0) parts.push(`${failed} failed`);
  parts.push(phase === 'write' ? 'writing' : `ETA ${eta === null ? '–' : clock(eta)}`);
  return parts.join(' · ');
}

function clock(seconds: number): string {
  const whole = Math.round(seconds);
  const [h, m, s] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60];
  const two = (n: number) => String(n).padStart(2, '0');
  return h > 0 ? `${h}:${two(m)}:${two(s)}` : `${m}:${two(s)}`;
}
