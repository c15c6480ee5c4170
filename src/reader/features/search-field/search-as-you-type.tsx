import { useState, type RefObject } from 'react'
import { RecentSearches } from './recent-searches.tsx'
import { isInForm } from './use-field-events.ts'
import { useTyping } from './use-typing.ts'

/** Searches as the reader types, and shows recent searches below the empty field. */
export function SearchAsYouType({ field }: { field: RefObject<HTMLInputElement | null> }) {
  const [isEmpty, setEmpty] = useState(() => field.current?.value === '')
  // The reader may have left the field while this code was loading.
  const [isUsed, setUsed] = useState(() => isInForm(field.current?.form, document.activeElement))
  const search = useTyping(field, { onType: setEmpty, onUse: setUsed })
  return isUsed && isEmpty ? <RecentSearches field={field} onPick={search} /> : null
}
