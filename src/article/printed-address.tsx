import type { Words } from './words.ts'

interface PrintedAddressProps {
  /** `original` goes below the times, `archived` at the top of the page. */
  name: 'original' | 'archived'
  /** Label of the URL, in the interface's language. */
  label: string
  url: string
  words: Words
}

const classNames = { original: 'article-address', archived: 'article-archived' }

/** A URL in full, only for print: on the screen there is a link. */
export function PrintedAddress({ name, label, url, words }: PrintedAddressProps) {
  return (
    <p className={classNames[name]}>
      <bdi>{words('article.cite.pair', { name: label, value: url })}</bdi>
    </p>
  )
}
