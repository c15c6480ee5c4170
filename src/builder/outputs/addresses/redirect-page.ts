import { escapeHtml } from '#builder/ground/text/escape-html.ts'

/** What the page of an old address says. */
export interface RedirectPage {
  /** Address of the post: a path, and the whole address where that is known. */
  target: string
  canonical: string
  /** Title of the post; absent when it has none. */
  title: string | undefined
  /** BCP 47 language of the title; absent when it is not known. */
  language: string | undefined
}

// Nothing is loaded, run or sent by this page.
const policy = "default-src 'none'; base-uri 'none'; form-action 'none'"

/** A page that leads to a post at once, without script, and by a link where a browser does not move by itself. */
export function toRedirectPage({ target, canonical, title, language }: RedirectPage): string {
  const href = escapeHtml(target)
  const words = escapeHtml(title ?? target)
  const lang = language === undefined ? '' : ` lang="${escapeHtml(language)}"`
  return `<!doctype html>
<html${lang}>
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="referrer" content="no-referrer">
<meta name="robots" content="noindex">
<meta name="viewport" content="width=device-width">
<meta http-equiv="refresh" content="0; url=${href}">
<link rel="canonical" href="${escapeHtml(canonical)}">
<title>${words}</title>
</head>
<body><p><a href="${href}">${words}</a></p></body>
</html>
`
}
