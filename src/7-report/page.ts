import { type Html, html } from './html.ts';

/**
 * What a page may load: scripts, styles and pictures that lie beside it, and
 * nothing else from anywhere; nothing inline, no connection, no form, no frame.
 */
const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'";

export interface Page {
  readonly title: string;
  /** From the page to the report's folder: `` or `../`. */
  readonly root: string;
  /** Script files in the order in which they run, from the report's folder. */
  readonly scripts: readonly string[];
  readonly body: Html;
}

export const page = ({ title, root, scripts, body }: Page): string =>
  html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="color-scheme" content="light dark">
<title>${title}</title>
<link rel="stylesheet" href="${root}assets/report.css">
${scripts.map((file) => html`<script src="${root}${file}" defer></script>\n`)}</head>
<body>
${body}
</body>
</html>
`.markup;

/** Only addresses of the web become links. */
export const webLink = (url: string | null, words: string): Html =>
  url !== null && /^https?:\/\//i.test(url)
    ? html`<a href="${url}" rel="noreferrer noopener">${words}</a>`
    : html`${words}`;
