import { useState, type RefObject } from 'react'
import { RecentSearches } from './recent-searches.tsx'
import { useTyping } from './use-typing.ts'

/** Searches as the reader types, and shows recent searches below the empty field. */
export function SearchAsYouType({ field }: { field: RefObject<HTMLInputElement | null> }) {
  const [isEmpty, setEmpty] = useState(() => field.current?.value === '')
  const [isUsed, setUsed] = useState(true)
  const search = useTyping(field, { onType: setEmpty, onUse: setUsed })
  return isUsed && isEmpty ? <RecentSearches field={field} onPick={search} /> : null
}
