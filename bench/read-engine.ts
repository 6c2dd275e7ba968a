// `node dist/bench/read-engine.js ENGINE INPUT.jsonl OUT.jsonl`: one engine in a process of its own, so that its memory can be told.
import { readFileSync, writeFileSync } from 'node:fs';
import { findBlocks } from '../src/2-segment/find-blocks/find-blocks.ts';
import { splitSentences } from '../src/2-segment/split-sentences/split-sentences.ts';
import { splitTokens } from '../src/2-segment/split-tokens/split-tokens.ts';
import { findAttributions } from '../src/3-annotate/find-attributions/find-attributions.ts';
import { findNames } from '../src/3-annotate/find-names/find-names.ts';
import { takeVoices } from '../src/3-annotate/take-voices/take-voices.ts';
import { deciders, type EngineName } from '../src/4-decide/deciders.ts';
import { findIssue } from '../src/4-decide/find-issue/find-issue.ts';
import { pipeline } from '../src/pipeline/pipeline.ts';
import { type Line, sourceOfLine } from './texts.ts';

const [name = 'light', input = '', out = ''] = process.argv.slice(2);
const { takeRoles, takeVerdict } = deciders(name as EngineName);
const before = pipeline()
  .use(findBlocks())
  .use(splitSentences())
  .use(splitTokens())
  .use(findNames())
  .use(findAttributions())
  .use(takeVoices())
  .use(findIssue());
const run = before.use(takeRoles).use(takeVerdict);
const sources = readFileSync(input, 'utf8')
  .trim()
  .split('\n')
  .map((line) => sourceOfLine(JSON.parse(line) as Line));

await run.run(sources[0]!);
let tokens = 0;
const records: string[] = [];
const [start, cpu] = [performance.now(), process.cpuUsage()];
for (const source of sources) {
  const outcome = await run.run(source);
  if (!outcome.kept) continue;
  const { text, sentences, roles, issue, verdict } = outcome.article;
  tokens += outcome.article.tokens.length;
  const merged = sentences.map((sentence, index) => ({ ...sentence, ...roles[index], voice: 'author' }));
  records.push(JSON.stringify({ source: source.source, text, sentences: merged, issue, verdict }));
}
const ms = performance.now() - start;
const { user, system } = process.cpuUsage(cpu);
writeFileSync(out, `${records.join('\n')}\n`);
console.log(
  JSON.stringify({ tokens, ms, cpuMs: (user + system) / 1000, mb: Math.round(process.resourceUsage().maxRSS / 1024) }),
);
