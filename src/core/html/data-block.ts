import { escapeHtml } from './escape-html.ts'

/** Types that no browser runs, so the page's policy does not forbid them. `check-page.ts` allows exactly these. */
type DataBlockType = 'application/json' | 'application/ld+json'

interface DataBlock {
  type: DataBlockType
  /** Absent where no script looks the block up. */
  id?: string
}

const unsafe = /[<\u2028\u2029]/g

/** JSON embedded in a page. Every `<` is escaped, so no title can end the block or open a comment. */
export function toDataBlock({ type, id }: DataBlock, value: unknown): string {
  const json = JSON.stringify(value).replace(
    unsafe,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
  const name = id === undefined ? '' : ` id="${escapeHtml(id)}"`
  return `<script type="${type}"${name}>${json}</script>`
}
