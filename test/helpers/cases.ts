import { readFileSync } from 'node:fs';

export interface Case {
  readonly title: string;
  readonly body: string;
}

/** Cases in a text file: a `# title` line, the lines of the case under it, a blank line between cases. */
export function cases(file: URL): Case[] {
  const blocks = readFileSync(file, 'utf8')
    .split(/\n{2,}/)
    .filter((block) => block.trim() !== '');
  return blocks.map((block) => {
    const [first = '', ...rest] = block.trim().split('\n');
    if (!first.startsWith('# ')) throw new Error(`${file.pathname}: a case begins with "# ", not with "${first}"`);
    return { title: first.slice(2), body: rest.join('\n') };
  });
}
