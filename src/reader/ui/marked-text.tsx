import { Fragment } from 'react'
import type { Snippet } from '#search/query/snippet.ts'

/** A text with its hits marked. Plain text in, text nodes out (S2, S5). */
export function MarkedText({ text, marks }: Snippet) {
  const rest = marks.at(-1)?.end ?? 0
  return (
    <>
      {marks.map(({ start, end }, at) => (
        <Fragment key={start}>
          {text.slice(marks[at - 1]?.end ?? 0, start)}
          <mark>{text.slice(start, end)}</mark>
        </Fragment>
      ))}
      {/* When marks arrive, a new text node: one that is kept would move along its line, a layout shift. */}
      <Fragment key={`rest ${rest}`}>{text.slice(rest)}</Fragment>
    </>
  )
}
