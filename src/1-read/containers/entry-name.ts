const LONGEST = 1024;

/** Whether a name stays inside of the container: no absolute path, `..`, drive letter, backslash or control character. */
export function isSafeName(name: string): boolean {
  if (name === '' || name.length > LONGEST || /[\u0000-\u001f\u007f\\]/.test(name)) return false;
  return !name.startsWith('/') && !/^[a-z]:/i.test(name) && !name.split('/').includes('..');
}

/** Files that systems and packers add for themselves. */
export const isHousekeeping = (name: string): boolean =>
  name.endsWith('/') || /(?:^|\/)(?:__MACOSX\/|\.[^/]+|Thumbs\.db$|desktop\.ini$)/.test(name.replace(/^\.\//, ''));
