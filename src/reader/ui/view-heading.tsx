import type { ReactNode } from 'react'

interface ViewHeadingProps {
  /** Name of the view; absent = the whole archive, whose title the masthead shows already. */
  name: string | undefined
  siteTitle: string
}

/** A minus that excludes, as in `-site:a.example`, with the letter it belongs to. */
const minusPattern = /(^|[\s(])(-["“(]?\S)/gu

/** A name of which no line ends after a minus that excludes. */
function holdMinus(name: string): ReactNode[] {
  const parts: ReactNode[] = []
  let end = 0
  for (const { index, 1: before = '', 2: minus = '' } of name.matchAll(minusPattern)) {
    const start = index + before.length
    parts.push(name.slice(end, start), <span key={start}>{minus}</span>)
    end = start + minus.length
  }
  return [...parts, name.slice(end)]
}

/** The heading of a list. Needs no data of the list, so it can stand before its rows. */
export function ViewHeading({ name, siteTitle }: ViewHeadingProps) {
  if (name === undefined) return <h1 className="visually-hidden">{siteTitle}</h1>
  return (
    <h1 className="list-name" dir="auto">
      {holdMinus(name)}
    </h1>
  )
}
