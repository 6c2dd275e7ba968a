import { mix } from '../../linear/hash.ts';

/** Most features that one token can have; more are dropped. */
export const MOST = 220;

/** Hashed features, written one after the other into a buffer. */
export class FeatureList {
  count = 0;
  private out: Int32Array = new Int32Array(MOST);

  /** Begins anew, in `out`. */
  begin(out: Int32Array): void {
    this.out = out;
    this.count = 0;
  }

  put(template: number, a = 0, b = 0, c = 0): void {
    if (this.count < MOST) this.out[this.count++] = mix(template, a, b, c);
  }
}
