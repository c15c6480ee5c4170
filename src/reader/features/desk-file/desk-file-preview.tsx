import { useId, useState } from 'react'
import { toNumberText } from '#article/number-text.ts'
import { countKinds } from '#reader/data/desk-file/count-kinds.ts'
import { isOtherArchive, type DeskArchive } from '#reader/data/desk-file/desk-file.ts'
import type { DeskFilePlan } from '#reader/data/desk-file/merge-desk-file.ts'
import { useLocale } from '#reader/language/use-locale.ts'
import { useTranslation } from '#reader/language/use-translation.ts'
import { defaultSettings } from '#reader/storage/settings.ts'
import { settingsStore } from '#reader/storage/settings-store.ts'
import styles from './desk-file.module.css'

interface DeskFilePreviewProps {
  plan: DeskFilePlan
  /** The archive that is open. */
  archive: DeskArchive
  onMerge: (withSettings: boolean) => void
  onCancel: () => void
}

/** What a desk file holds and what a merge would do, before it is done. */
export function DeskFilePreview({ plan, archive, onMerge, onCancel }: DeskFilePreviewProps) {
  const { t } = useTranslation()
  const locale = useLocale()
  const settingsId = useId()
  // Whoever has chosen nothing here yet moves in; whoever has, keeps it.
  const [withSettings, setWithSettings] = useState(hasDefaultSettings)
  const { file, newer, traces, hasSettings } = plan
  const date = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeStyle: 'short' })
  const isNothing = newer.length === 0 && !(hasSettings && withSettings)
  return (
    <section className={styles.preview} aria-label={t('deskFile.preview')}>
      <output>
        {t('deskFile.from', { title: file.archive.title, date: date.format(file.made) })}
      </output>
      {isOtherArchive(file.archive, archive) ? (
        <p className={styles.said}>{t('deskFile.otherArchive')}</p>
      ) : null}
      <ul>
        {countKinds(file.entries).map(({ kind, entries }) => (
          <li key={kind}>
            {t(`deskFile.kinds.${kind}`)}: {toNumberText(entries)}
          </li>
        ))}
      </ul>
      <p>{t('deskFile.newer', { count: newer.length, number: toNumberText(newer.length) })}</p>
      <LeftOut broken={file.broken} future={file.future} traces={traces} />
      {hasSettings ? (
        <div>
          <label className={styles.choice}>
            <input
              type="checkbox"
              checked={withSettings}
              aria-describedby={settingsId}
              onChange={(event) => setWithSettings(event.target.checked)}
            />
            {t('deskFile.withSettings')}
          </label>
          <p className={styles.hint} id={settingsId}>
            {t('deskFile.settingsHint')}
          </p>
        </div>
      ) : null}
      <div className={styles.buttons}>
        <button
          type="button"
          className="button"
          disabled={isNothing}
          onClick={() => onMerge(hasSettings && withSettings)}
        >
          {t('deskFile.merge')}
        </button>
        <button type="button" className="button" onClick={onCancel}>
          {t('deskFile.cancel')}
        </button>
      </div>
    </section>
  )
}

/** Says what of a file is not taken as it stands, and why. */
function LeftOut(counts: Readonly<Record<'broken' | 'future' | 'traces', number>>) {
  const { t } = useTranslation()
  return (['broken', 'future', 'traces'] as const).map((why) =>
    counts[why] === 0 ? null : (
      <p key={why}>
        {t(`deskFile.${why}`, { count: counts[why], number: toNumberText(counts[why]) })}
      </p>
    ),
  )
}

function hasDefaultSettings(): boolean {
  return JSON.stringify(settingsStore.read()) === JSON.stringify(defaultSettings)
}
