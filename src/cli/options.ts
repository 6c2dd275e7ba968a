import { type Command, InvalidArgumentError, Option } from 'commander';
import { FIELDS, type FieldMap } from '../1-read/options.ts';
import type { EngineName } from '../4-decide/deciders.ts';

/** `--map title=headline,text=body` as a map from oped's field to the input's. */
function fieldMap(value: string): FieldMap {
  const pairs = value.split(',').map((pair) => pair.split('='));
  if (pairs.some((pair) => pair.length !== 2 || pair.some((part) => part.trim() === '')))
    throw new InvalidArgumentError(
      'expected FIELD=THEIRS, several parted by commas, such as title=headline,text=body.',
    );
  const fields = pairs.map(([ours, theirs]) => [ours!.trim(), theirs!.trim()] as const);
  const unknown = fields.find(([ours]) => !FIELDS.some((field) => field === ours));
  if (unknown) throw new InvalidArgumentError(`there is no field "${unknown[0]}"; ours are ${FIELDS.join(', ')}.`);
  // In one order: an archive's run goes on however they were written.
  return Object.fromEntries(fields.toSorted());
}

export const wordList = (value: string): string[] =>
  value
    .split(',')
    .map((word) => word.trim())
    .filter(Boolean);

/** Adds the options of every command that reads articles. */
export const addReadingOptions = (command: Command): Command =>
  command
    .addOption(
      new Option('--map <fields>', 'what JSON, JSONL and CSV call our fields: title=headline,text=body').argParser(
        fieldMap,
      ),
    )
    .option('--issue <phrase>', 'the issue to weigh; fixes what pro and con mean')
    .addOption(
      new Option('--engine <engine>', 'who decides roles and verdict; light when not given').choices([
        'light',
        'encoder',
      ]),
    )
    .option('--any-language', 'read articles that are not in English too')
    .addOption(
      new Option(
        '--abbreviations <words>',
        'further abbreviations that do not end a sentence, parted by commas',
      ).argParser(wordList),
    );

export interface ReadingFlags {
  readonly map?: FieldMap;
  readonly issue?: string;
  readonly anyLanguage?: boolean;
  readonly engine?: EngineName;
  readonly abbreviations?: readonly string[];
}

/** The flags as readers and stages take them; what is not given is left out. */
export const readingFrom = ({ map, issue, anyLanguage, engine, abbreviations }: ReadingFlags) => ({
  ...(map ? { map } : {}),
  ...(issue ? { issue } : {}),
  ...(anyLanguage ? { anyLanguage } : {}),
  ...(engine ? { engine } : {}),
  ...(abbreviations ? { abbreviations } : {}),
});
