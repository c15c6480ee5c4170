import type { Words } from '#article/words.ts'
import type { ListSetting } from './row-html.tsx'

interface Step {
  href: string
  text: string
}

interface PageLinksProps {
  words: Words
  /** The previous and the next page in display order; `undefined` = none. */
  previous: Step | undefined
  next: Step | undefined
}

/** Links to the previous and the next page. */
export function PageLinks({ words, previous, next }: PageLinksProps) {
  if (previous === undefined && next === undefined) return null
  return (
    <nav className="browse-pager" aria-label={words('browse.pages')}>
      {previous === undefined ? null : (
        <a className="button" rel="prev" href={previous.href}>
          {previous.text}
        </a>
      )}
      {next === undefined ? null : (
        <a className="button browse-next" rel="next" href={next.href}>
          {next.text}
        </a>
      )}
    </nav>
  )
}

/** The link to a page; `key` is the message key of its text. */
export function toStep(
  path: string | undefined,
  key: string,
  { base, words }: ListSetting,
): Step | undefined {
  return path === undefined ? undefined : { href: `${base}${path}`, text: words(key) }
}
