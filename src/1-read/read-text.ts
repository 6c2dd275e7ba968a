import { dateInName } from './date-in-name.ts';
import { type Draft, draftOf } from './draft.ts';

/**
 * Plain text as it is: title line and byline are found as blocks later, so that
 * positions fit the user's file. Only the date is taken from a dated file's name.
 */
export const readText = (text: string, path: string): Draft[] => [draftOf({ text, published: dateInName(path) })];
