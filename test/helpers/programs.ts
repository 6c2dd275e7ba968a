import { existsSync } from 'node:fs';

const find = (...paths: string[]): string | null => paths.find((path) => existsSync(path)) ?? null;

/** Debian's LibreOffice, or null; tests that need it skip visibly. */
export const SOFFICE = find('/usr/bin/soffice', '/usr/bin/libreoffice');

/** Debian's Chromium, or null; tests that need it skip visibly. */
export const CHROMIUM = find('/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome');
