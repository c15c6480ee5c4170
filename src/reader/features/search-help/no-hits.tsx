import { useQuery } from '@tanstack/react-query'
import { Link } from '#reader/router/link.tsx'
import { toNumberText } from '#article/number-text.ts'
import { withQuery, type TimelineFilter } from '#core/selection/timeline-filter.ts'
import type { ClockName } from '#core/time/clock.ts'
import { timelinePath } from '#reader/links/paths.ts'
import { foundQuery } from '#reader/data/filter/filter-query.ts'
import { useLocale } from '#reader/language/use-locale.ts'
import { useTranslation } from '#reader/language/use-translation.ts'
import { offersQuery } from './offers-query.ts'
import type { Offer } from './offers.ts'
import { listReadParts, toPartText } from './part-text.ts'
import styles from './search-help.module.css'

/** Shown for a search without hits: the query in words, and searches that would find something. */
export function NoHits({ filter, query }: { filter: TimelineFilter; query: string }) {
  const { t } = useTranslation()
  const { data: found } = useQuery({ ...foundQuery(filter), enabled: false })
  if (found === undefined) return null
  const isSearched = found.query !== undefined
  const isWaiting = isSearched && !found.isComplete && found.failure === undefined
  const what = isSearched ? (isWaiting ? 'searching' : 'none') : 'noIndex'
  return (
    <section className={styles.none} aria-label={t(`search.${what}`)}>
      <p className={styles.what}>{t(`search.${what}`)}</p>
      {isSearched ? (
        <SearchedFor query={query} clock={filter.clock} />
      ) : (
        <p>{t('search.noIndexNext')}</p>
      )}
      {isSearched && !isWaiting ? <Offers filter={filter} /> : null}
      <Link className="button" to={timelinePath(withQuery(filter, ''))}>
        {t('search.clear')}
      </Link>
    </section>
  )
}

function SearchedFor({ query, clock }: { query: string; clock: ClockName | undefined }) {
  const { t } = useTranslation()
  const locale = useLocale()
  const parts = listReadParts(query)
  if (parts.length === 0) return null
  return (
    <>
      <h2>{t('search.searchedFor')}</h2>
      <ul>
        {parts.map((part, at) => (
          // The conditions of one query never change order.
          // oxlint-disable-next-line react/no-array-index-key
          <li key={at}>
            <bdi>{toPartText(part, { words: t, locale, clock })}</bdi>
          </li>
        ))}
      </ul>
    </>
  )
}

function Offers({ filter }: { filter: TimelineFilter }) {
  const { t } = useTranslation()
  const { data: offers = [] } = useQuery(offersQuery(filter))
  if (offers.length === 0) return null
  return (
    <>
      <h2>{t('search.offers')}</h2>
      <ul className={styles.offers}>
        {offers.map((offer) => (
          <li key={timelinePath(offer.filter)}>
            <Link to={timelinePath(offer.filter)}>
              <OfferText offer={offer} />
            </Link>
            <span className={styles.count}>
              {t('search.posts', {
                count: offer.count,
                number: toNumberText(offer.count),
              })}
            </span>
          </li>
        ))}
      </ul>
    </>
  )
}

function OfferText({ offer: { kind, filter } }: { offer: Offer }) {
  const { t } = useTranslation()
  const { query } = filter
  if (query !== undefined && (kind === 'or' || kind === 'part' || kind === 'partOfAll')) {
    return <bdi>{t(`search.offer.${kind}`, { query })}</bdi>
  }
  if (kind === 'all' || kind === 'versions') return t(`search.offer.${kind}`)
  const name = kind === 'dates' ? t('filter.dates') : t(`facet.${kind}`)
  return t('search.offer.filter', { filter: name })
}
