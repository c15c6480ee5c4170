import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { toWholePage } from '#core/html/whole-page.ts'
import { packedBodyQuery, type Article } from '#reader/data/archive/article-query.ts'

/** The parts of an article that are shown, and the state of the rest. */
interface ShownParts {
  parts: readonly string[]
  /** Whether its mirrored page has more than the article. */
  hasMore: boolean
  /** Why the whole page could not be fetched. */
  error: Error | null
  retry: () => void
}

/**
 * The parts of an article or of the whole page it was extracted from. For an article that the open page carried, the
 * whole page is fetched only when it is wanted.
 */
export function useShownParts({ summary, body, carried }: Article, isWhole: boolean): ShownParts {
  const isAway = carried?.hasPage === true
  const { data, error, refetch } = useQuery({
    ...packedBodyQuery(summary.id),
    enabled: isAway && isWhole,
  })
  const packed = isAway ? data : body
  const parts = useMemo(
    () =>
      isWhole && packed?.page !== undefined ? toWholePage(packed.parts, packed.page) : body.parts,
    [body, packed, isWhole],
  )
  return {
    parts,
    hasMore: isAway || body.page !== undefined,
    error: isWhole ? error : null,
    retry: () => void refetch(),
  }
}
