import type { Words } from './words.ts'

interface PrintedAddressProps {
  /** `original` stands below the times, `archived` at the head of the page. */
  name: 'original' | 'archived'
  /** What the address is of, in the interface's words. */
  label: string
  url: string
  words: Words
}

const classNames = { original: 'article-address', archived: 'article-archived' }

/** An address in full, for paper: on the screen a link says it. */
export function PrintedAddress({ name, label, url, words }: PrintedAddressProps) {
  return (
    <p className={classNames[name]}>
      <bdi>{words('article.cite.pair', { name: label, value: url })}</bdi>
    </p>
  )
}
