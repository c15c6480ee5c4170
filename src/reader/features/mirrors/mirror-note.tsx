import { useQueryClient } from '@tanstack/react-query'
import { useState, useSyncExternalStore } from 'react'
import { openMirrors, type Mirrors } from '#reader/data/mirrors/mirrors.ts'
import type { OpenedBuild } from '#reader/data/mirrors/mirror-visit.ts'
import { useLocale } from '#reader/language/use-locale.ts'
import { useTranslation } from '#reader/language/use-translation.ts'
import { toHostNames } from '#reader/data/mirrors/host-names.ts'
import styles from '#reader/ui/page-note.module.css'

/**
 * Has files come from mirrors where the site's host fails: asks before the first one is asked, names one that sent wrong
 * bytes, and says when none has an answer.
 */
export function MirrorNote({ mirrors: addresses }: { mirrors: readonly string[] }) {
  const mirrors = openMirrors(addresses)
  return mirrors === undefined ? null : <Notes {...mirrors} />
}

function Notes({ consent, visit }: Mirrors) {
  const { t } = useTranslation()
  const state = useSyncExternalStore(consent.subscribe, consent.read)
  const { mirrors, isWithout, opened } = useSyncExternalStore(visit.subscribe, visit.read)
  const [seen, setSeen] = useState<readonly string[]>([])
  const wrong = mirrors.filter((one) => one.wrong !== undefined && !seen.includes(one.address))
  const liars = wrong.map(({ address }) => address)
  const addresses = mirrors.map(({ address }) => address)
  return (
    <output aria-label={t('mirrors.title')}>
      {state === 'asked' ? (
        <Question addresses={addresses} onAnswer={(isGiven) => consent.answer(isGiven)} />
      ) : null}
      {wrong.length > 0 ? (
        <Wrong addresses={liars} onSeen={() => setSeen([...seen, ...liars])} />
      ) : null}
      {opened === undefined ? null : <Opened {...opened} />}
      {isWithout && (state === 'given' || opened !== undefined) ? (
        <Silent count={opened === undefined ? mirrors.length : 1} />
      ) : null}
    </output>
  )
}

function Question({
  addresses,
  onAnswer,
}: {
  addresses: readonly string[]
  onAnswer: (isGiven: boolean) => void
}) {
  const { t } = useTranslation()
  const count = addresses.length
  return (
    <div className={styles.note}>
      <span>
        {t('mirrors.question', { hosts: toHostNames(addresses).join(t('listSeparator')) })}
      </span>
      <button type="button" className="button" onClick={() => onAnswer(true)}>
        {t('mirrors.ask', { count })}
      </button>
      <button type="button" className="button" onClick={() => onAnswer(false)}>
        {t('mirrors.notNow')}
      </button>
    </div>
  )
}

/** Whose build the page shows, as long as it is not the own host's. */
function Opened({ address, head }: OpenedBuild) {
  const { t } = useTranslation()
  const format = new Intl.DateTimeFormat(useLocale(), { dateStyle: 'long', timeZone: 'UTC' })
  const date = format.format(new Date(head.date))
  return (
    <div className={styles.note}>
      <span>
        {t('mirrors.opened', { host: new URL(address).host, number: head.sequence, date })}
      </span>
      <button type="button" className="button" onClick={() => location.reload()}>
        {t('mirrors.back')}
      </button>
    </div>
  )
}

function Wrong({ addresses, onSeen }: { addresses: readonly string[]; onSeen: () => void }) {
  const { t } = useTranslation()
  const hosts = toHostNames(addresses).join(t('listSeparator'))
  return (
    <div className={styles.note}>
      <span>{t('mirrors.wrong', { hosts, count: addresses.length })}</span>
      <button type="button" className="button" onClick={onSeen}>
        {t('close')}
      </button>
    </div>
  )
}

function Silent({ count }: { count: number }) {
  const { t } = useTranslation()
  const client = useQueryClient()
  return (
    <div className={styles.note}>
      <span>{t('mirrors.silent', { count })}</span>
      <button
        type="button"
        className="button"
        onClick={() => {
          void client.refetchQueries({ predicate: ({ state }) => state.status === 'error' })
        }}
      >
        {t('retry')}
      </button>
    </div>
  )
}
