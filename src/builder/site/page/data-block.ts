import { escapeHtml } from '#builder/ground/text/escape-html.ts'

/** Types that no browser runs, so that the policy of the page does not forbid them; `check-page.ts` lets exactly these pass. */
type DataBlockType = 'application/json' | 'application/ld+json'

interface DataBlock {
  type: DataBlockType
  /** Absent where nothing looks the block up. */
  id?: string
}

const unsafe = /[<\u2028\u2029]/g

/** A block of JSON inside a page. No `<` is left in it: neither the end of the block nor a comment can begin in a title. */
export function toDataBlock({ type, id }: DataBlock, value: unknown): string {
  const json = JSON.stringify(value).replace(
    unsafe,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
  const name = id === undefined ? '' : ` id="${escapeHtml(id)}"`
  return `<script type="${type}"${name}>${json}</script>`
}
