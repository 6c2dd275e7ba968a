/** `npm run eval:names -- [--json] FILE.tsv…`: scores find-names on token-per-line files. */
import { TYPES } from '../../src/3-annotate/find-names/labels.ts';
import { tagger } from '../../src/3-annotate/find-names/tagger.ts';
import { readTagged, TYPE_MAP } from './bio.ts';
import { f1, interval, NAMES, precision, recall, sum, type Tallies, tallySentence } from './score.ts';

const HELP = `usage: npm run eval:names -- [--json] FILE.tsv…

Scores names by exact span and type. FILE has a token and its tag a line (BIO, IOB1, BIOES or BILOU; tab or blank
between; the second column, or the last where the second holds no tags), a blank line after each sentence, and
-DOCSTART- before each document (without any, the file is one document; intervals are drawn over documents, or over
sentences where there are fewer than ten). "core" is person, organization and place together. Types are read as follows, in
any case; tags of other types are ignored:

${TYPES.map((type) => `  ${type.padEnd(13)} ${TYPE_MAP[type].join(' ')}`).join('\n')}

With --json one object: { FILE: { "core": { "p", "r", "f", "n" }, "person": …, … } }.
`;

/** With fewer documents the interval is drawn over sentences. */
const FEW = 10;

/** One set of tallies a document, or a sentence where there are few documents. */
function score(file: string): Tallies[] {
  const tag = tagger();
  const documents = readTagged(file);
  const marked = new Set(documents.flat().flatMap(({ names }) => names.map(({ type }) => type)));
  const perSentence = documents.map((sentences) => {
    const found = tag(sentences.map(({ words }) => words));
    return sentences.map(({ names }, s) => tallySentence(names, found[s]!, marked));
  });
  return documents.length < FEW ? perSentence.flat() : perSentence.map(together);
}

const together = (tallies: readonly Tallies[]): Tallies =>
  Object.fromEntries(NAMES.map((name) => [name, sum(tallies.map((own) => own[name]))])) as Tallies;

const round = (x: number): number => Math.round(x * 1000) / 1000;

function asJson(units: readonly Tallies[]): Record<string, unknown> {
  return Object.fromEntries(
    NAMES.map((name) => {
      const tally = sum(units.map((own) => own[name]));
      const { hits, misses } = tally;
      return [name, { p: round(precision(tally)), r: round(recall(tally)), f: round(f1(tally)), n: hits + misses }];
    }),
  );
}

function asText(file: string, units: readonly Tallies[]): string {
  const lines = NAMES.map((name) => {
    const all = units.map((own) => own[name]);
    const tally = sum(all);
    const n = tally.hits + tally.misses;
    if (n === 0) return `  ${name.padEnd(13)} not marked in this file`;
    const [low, high] = interval(all);
    const numbers = [precision(tally), recall(tally), f1(tally)].map((x) => x.toFixed(3));
    return `  ${name.padEnd(13)} P ${numbers[0]}  R ${numbers[1]}  F ${numbers[2]}  [${low.toFixed(3)}, ${high.toFixed(3)}]  n ${n}`;
  });
  return `${file}\n${lines.join('\n')}\n`;
}

const args = process.argv.slice(2);
const files = args.filter((arg) => !arg.startsWith('--'));
if (args.includes('--help') || files.length === 0) {
  (args.includes('--help') ? process.stdout : process.stderr).write(HELP);
  process.exit(args.includes('--help') ? 0 : 2);
}
try {
  const scored = files.map((file) => [file, score(file)] as const);
  if (args.includes('--json'))
    console.log(JSON.stringify(Object.fromEntries(scored.map(([file, all]) => [file, asJson(all)]))));
  else for (const [file, all] of scored) console.log(asText(file, all));
} catch (error) {
  console.error((error as Error).message);
  process.exit(1);
}
