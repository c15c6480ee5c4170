import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { toNumberText } from '#article/number-text.ts'
import { toSizeText } from '#core/text/size-text.ts'
import { countBroken } from '#reader/data/stored/count-broken.ts'
import { findStored, type Stored } from '#reader/data/stored/find-stored.ts'
import { removeSome } from '#reader/data/stored/remove-stored.ts'
import { useLocale } from '#reader/language/use-locale.ts'
import { useTranslation } from '#reader/language/use-translation.ts'
import { siteBase } from '#reader/links/paths.ts'
import { FailureNotice } from '#reader/ui/failure-notice.tsx'
import styles from './stored.module.css'

/** All that is stored of this site in the browser: what it is, its size and date, and a way to remove it. */
export function StoredList() {
  const { t } = useTranslation()
  const client = useQueryClient()
  const [failed, setFailed] = useState<{ error: unknown; some: readonly Stored[] }>()
  const {
    data: found,
    error: unread,
    refetch,
  } = useQuery({
    queryKey: ['stored'],
    queryFn: async () => ({ ...(await findStored(siteBase)), broken: await countBroken() }),
    // Reading on changes it.
    staleTime: 0,
    gcTime: 0,
    retry: false,
  })
  const remove = async (some: readonly Stored[]) => {
    setFailed(undefined)
    try {
      await removeSome(some)
    } catch (error) {
      setFailed({ error, some })
    }
    await client.invalidateQueries({ queryKey: ['kept'] })
    await refetch()
  }
  if (unread !== null) return <FailureNotice error={unread} onRetry={() => void refetch()} />
  if (found === undefined) return null
  const { stored: all, unread: areas, broken } = found
  return (
    <>
      {failed === undefined ? null : (
        <FailureNotice error={failed.error} onRetry={() => void remove(failed.some)} />
      )}
      {all.length + areas.length === 0 ? <output>{t('stored.none')}</output> : null}
      {areas.length === 0 ? null : (
        <output>
          {t('stored.unread', {
            areas: areas.map((area) => t(`stored.areas.${area}`)).join(t('listSeparator')),
          })}
        </output>
      )}
      {broken === 0 ? null : (
        <output>{t('stored.broken', { count: broken, number: toNumberText(broken) })}</output>
      )}
      <ul className={styles.list}>
        {all.map((one) => (
          <StoredRow
            key={`${one.area} ${one.name}`}
            stored={one}
            onRemove={() => void remove([one])}
          />
        ))}
      </ul>
      {all.length === 0 ? null : (
        <button type="button" className="button button-wide" onClick={() => void remove(all)}>
          {t('stored.removeAll')}
        </button>
      )}
      <p className={styles.hint}>{t('stored.again')}</p>
    </>
  )
}

function StoredRow({ stored, onRemove }: { stored: Stored; onRemove: () => void }) {
  const { t } = useTranslation()
  const locale = useLocale()
  const { kind, area, name, bytes, at } = stored
  const what = t(`stored.kinds.${kind}`)
  const facts = [
    bytes === undefined ? undefined : toSizeText(bytes),
    at === undefined
      ? undefined
      : new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeStyle: 'short' }).format(at),
  ].filter((fact) => fact !== undefined)
  return (
    <li>
      <div>
        <p>{[what, ...facts].join(' · ')}</p>
        <p className={styles.name}>
          {t(`stored.areas.${area}`)}: <bdi>{name}</bdi>
        </p>
      </div>
      <button
        type="button"
        className="button"
        aria-label={t('kept.removeNamed', { name: kind === 'unknown' ? name : what })}
        onClick={onRemove}
      >
        {t('kept.remove')}
      </button>
    </li>
  )
}
