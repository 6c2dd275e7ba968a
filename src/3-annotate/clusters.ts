import { readClusters } from './find-names/clusters.ts';

/** The word clusters that find-names ships, read once: for a lower-case word its fine, middle and coarse cluster. */
export const clustersOf = readClusters(new URL('./find-names/clusters.bin', import.meta.url));
