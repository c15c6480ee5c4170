import { useQuery } from '@tanstack/react-query'
import { useEffect, useEffectEvent } from 'react'
import { toNumberText } from '#article/number-text.ts'
import { hostQuery } from '#reader/data/kept/host-query.ts'
import { useTranslation } from '#reader/language/use-translation.ts'
import { useOnline } from '#reader/ui/use-online.ts'
import styles from './search-help.module.css'

/** How often the host is asked again, milliseconds. It may answer while its index does not: no search follows another sooner. */
const askAgainMs = 30_000

interface LookedThroughProps {
  /** How many posts the search looked through. */
  posts: number
  /** When it ended, milliseconds since 1970. */
  searchedAt: number
  /** Called when the host has answered since. */
  onReached: () => void
}

/** Says that a search looked through the kept posts alone, until the host answers again. */
export function LookedThrough({ posts: count, searchedAt, onReached }: LookedThroughProps) {
  const { t } = useTranslation()
  const host = useQuery({ ...hostQuery(useOnline()), refetchInterval: askAgainMs })
  const reachedAt = host.data === true ? host.dataUpdatedAt : 0
  const reach = useEffectEvent(onReached)
  useEffect(() => {
    if (reachedAt > searchedAt) reach()
  }, [reachedAt, searchedAt])
  return (
    <p className={styles.notes}>
      {t('search.lookedThrough', { count, number: toNumberText(count) })}
    </p>
  )
}
