import { type Draft, draftOf } from './draft.ts';

/** Plain text as it is: title line and byline are found as blocks later, so that positions fit the user's file. */
export const readText = (text: string): Draft[] => [draftOf({ text })];
