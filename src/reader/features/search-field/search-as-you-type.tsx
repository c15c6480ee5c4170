import { useState, type RefObject } from 'react'
import { RecentSearches } from './recent-searches.tsx'
import { useTyping } from './use-typing.ts'

/** What the search field does while it is used: it searches as one types, and offers what was searched for before. */
export function SearchDesk({ field }: { field: RefObject<HTMLInputElement | null> }) {
  const [isEmpty, setEmpty] = useState(() => field.current?.value === '')
  const [isUsed, setUsed] = useState(true)
  const search = useTyping(field, { onType: setEmpty, onUse: setUsed })
  return isUsed && isEmpty ? <RecentSearches field={field} onPick={search} /> : null
}
