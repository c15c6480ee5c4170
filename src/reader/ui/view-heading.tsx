interface ViewHeadingProps {
  /** Name of the view; absent = the whole archive, whose title the masthead shows already. */
  name: string | undefined
  siteTitle: string
}

/** The heading of a list. Needs no data of the list, so it can stand before its rows. */
export function ViewHeading({ name, siteTitle }: ViewHeadingProps) {
  if (name === undefined) return <h1 className="visually-hidden">{siteTitle}</h1>
  return (
    <h1 className="list-name" dir="auto">
      {name}
    </h1>
  )
}
