import { readdirSync, readFileSync } from 'node:fs';
import type { Role } from '../../src/article/layers.ts';
import { type GoldArticle, rolesOf, segment } from './gold.ts';

/** Letter to role; see `essays/README.md`. */
const ROLES: Readonly<Record<string, Role>> = { P: 'pro', C: 'con', B: 'both', N: 'none' };

interface Placed {
  readonly start: number;
  readonly end: number;
  readonly role: Role;
}

/** The op-eds written for this project, in the order of their names. */
export function readEssays(): Promise<GoldArticle[]> {
  const folder = new URL('./essays/', import.meta.url);
  const files = readdirSync(folder).filter((name) => name.endsWith('.essay'));
  return Promise.all(files.sort().map((name) => readEssay(name, readFileSync(new URL(name, folder), 'utf8'))));
}

async function readEssay(name: string, source: string): Promise<GoldArticle> {
  const at = source.indexOf('\n\n');
  const header = new Map(source.slice(0, at).split('\n').map(keyAndValue));
  const { text, sentences } = placed(source.slice(at + 2));
  const article = await segment({ id: name, title: header.get('title') ?? '', text });
  const lean = header.get('lean') as GoldArticle['lean'];
  return { article, source: 'essays', issue: header.get('issue') ?? '', lean, roles: rolesOf(article, { sentences }) };
}

const keyAndValue = (line: string): [string, string] => {
  const at = line.indexOf(':');
  return [line.slice(0, at).trim(), line.slice(at + 1).trim()];
};

function placed(body: string): { text: string; sentences: Placed[] } {
  const sentences: Placed[] = [];
  let text = '';
  for (const line of body.trimEnd().split('\n')) {
    const match = /^([PCBN])(o?!?H?!?)(?:\[[^\]]*\])?\s(.*)$/.exec(line);
    if (!match) {
      if (line.trim() !== '') throw new Error(`no sentence line: ${line}`);
      text = `${text.trimEnd()}\n\n`;
      continue;
    }
    const sentence = match[3]!.trim();
    sentences.push({ start: text.length, end: text.length + sentence.length, role: ROLES[match[1]!]! });
    text += `${sentence}${match[2]!.includes('H') ? '\n\n' : ' '}`;
  }
  return { text: text.trimEnd(), sentences };
}
