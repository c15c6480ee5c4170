import { Fragment } from 'react'
import type { Snippet } from '#search/query/snippet.ts'

/** A text with its hits marked. Plain text in, text nodes out (S2, S5). */
export function MarkedText({ text, marks }: Snippet) {
  return (
    <>
      {marks.map(({ start, end }, at) => (
        <Fragment key={start}>
          {text.slice(marks[at - 1]?.end ?? 0, start)}
          <mark>{text.slice(start, end)}</mark>
        </Fragment>
      ))}
      {text.slice(marks.at(-1)?.end ?? 0)}
    </>
  )
}
