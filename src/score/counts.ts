/** What one article, or several, add to each measure. Sums of counts are counts, so articles can be drawn and added. */
export class Counts {
  readonly #sums = new Map<string, number>();

  add(key: string, by = 1): void {
    this.#sums.set(key, (this.#sums.get(key) ?? 0) + by);
  }

  get(key: string): number {
    return this.#sums.get(key) ?? 0;
  }

  addAll(other: Counts): void {
    for (const [key, value] of other.#sums) this.add(key, value);
  }

  /** Labels of which something was found, missed or invented. */
  labels(): string[] {
    const labels = [...this.#sums.keys()].filter((key) => /:(?:tp|fp|fn)$/.test(key)).map((key) => key.slice(0, -3));
    return [...new Set(labels)].sort((a, b) => (a < b ? -1 : 1));
  }
}
