import { escapeHtml } from '#core/html/escape-html.ts'

/** What a redirect page holds. */
export interface RedirectPage {
  /** Path of the post. */
  target: string
  /** Its full address where that is known, else its path. */
  canonical: string
  /** Title of the post; absent when it has none. */
  title: string | undefined
  /** BCP 47 language of the title; absent when it is not known. */
  language: string | undefined
}

// The page loads, runs and sends nothing.
const policy = "default-src 'none'; base-uri 'none'; form-action 'none'"

/** A page that redirects to a post without JavaScript, with a link for browsers that ignore the redirect. */
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
