const META = /[*?[{]/;

/** The folder in which a glob has to look, and the pattern; null for a plain path. */
export function globOf(path: string): { folder: string; matches: (path: string) => boolean } | null {
  if (!META.test(path)) return null;
  const parts = path.split('/');
  const fixed = parts.slice(
    0,
    parts.findIndex((part) => META.test(part)),
  );
  return { folder: fixed.join('/') || (path.startsWith('/') ? '/' : '.'), matches: matcher(path) };
}

/** `*` and `?` stay inside a folder, `**` crosses them; a pattern without a slash is matched against the name alone. */
export function ignoreMatcher(patterns: readonly string[]): (path: string) => boolean {
  const tests = patterns.map((pattern) => {
    const test = matcher(pattern.replace(/\/$/, ''));
    return pattern.includes('/') ? test : (path: string) => test(path.slice(path.lastIndexOf('/') + 1));
  });
  return (path) => tests.some((test) => test(path));
}

function matcher(pattern: string): (path: string) => boolean {
  const regex = new RegExp(`^${toRegex(pattern.replace(/^\.\//, ''))}$`, 'u');
  return (path) => regex.test(path.replace(/^\.\//, ''));
}

function toRegex(pattern: string): string {
  return pattern.replace(/\*\*\/|\*+|\?|\[!?[^\]/]*\]|\{[^{}]*\}|[\\^$.|+()[\]{}]/g, (part) => {
    if (part === '**/') return '(?:[^/]+/)*';
    if (part === '**') return '.*';
    if (part.startsWith('*')) return '[^/]*';
    if (part === '?') return '[^/]';
    if (part.startsWith('{') && part.length > 1) return `(?:${part.slice(1, -1).split(',').map(toRegex).join('|')})`;
    if (part.startsWith('[') && part.length > 1) return part.replace('[!', '[^').replaceAll('\\', '\\\\');
    return `\\${part}`;
  });
}
