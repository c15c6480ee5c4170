interface ViewHeadingProps {
  /** Name of the view; absent = the whole archive, whose title the masthead shows already. */
  name: string | undefined
  siteTitle: string
}

/**
 * Cuts a name around each minus that excludes, as in `-site:a.example`: text, what stands before the minus, the minus with
 * the letter it belongs to, text, and so on. No line may end after the minus.
 */
function splitAtMinus(name: string): string[] {
  return name.split(/(^|[\s(])(-["“(]?\S)/u)
}

/** The heading of a list. Needs no data of the list, so it can stand before its rows. */
export function ViewHeading({ name, siteTitle }: ViewHeadingProps) {
  if (name === undefined) return <h1 className="visually-hidden">{siteTitle}</h1>
  return (
    <h1 className="list-name" dir="auto">
      {splitAtMinus(name).map((part, at) => (at % 3 === 2 ? <span key={at}>{part}</span> : part))}
    </h1>
  )
}
