import { useId } from 'react'
import { toNumberText } from '#article/number-text.ts'
import { parseTimelineFilter } from '#core/selection/timeline-filter.ts'
import { toSizeText } from '#core/text/size-text.ts'
import { removeList, removeRead } from '#reader/data/kept/change-kept.ts'
import { timelinePath } from '#reader/links/paths.ts'
import { useTranslation } from '#reader/language/use-translation.ts'
import { Link } from '#reader/router/link.tsx'
import {
  listKeptPaths,
  listReadOnly,
  sumKeptBytes,
  type KeptListEntry,
  type KeptRecord,
} from '#reader/storage/kept/kept-record.ts'
import { useViewName } from '#reader/ui/use-view-name.ts'
import { KeptCount } from './kept-count.tsx'
import type { useKept } from './use-kept.ts'
import styles from './keep-offline.module.css'

interface KeptListProps extends Pick<ReturnType<typeof useKept>, 'change'> {
  kept: KeptRecord
  /** Called when one of the lists is opened. */
  onOpen: () => void
  onRemoveAll: () => void
}

/** Everything that is kept of this site, each with its size and a button that removes it. */
export function KeptList({ kept, change, onOpen, onRemoveAll }: KeptListProps) {
  const { t } = useTranslation()
  const titleId = useId()
  const { read, shared } = kept
  const readName = t('kept.readPosts', { count: read.length, number: toNumberText(read.length) })
  return (
    <section aria-labelledby={titleId} className={styles.parts}>
      <h3 id={titleId}>{t('kept.name')}</h3>
      <ul className={styles.kept}>
        {kept.lists.map((list) => (
          <KeptEntry
            key={list.query}
            kept={kept}
            list={list}
            onOpen={onOpen}
            onRemove={() => void change(() => removeList(list.query))}
          />
        ))}
        {read.length === 0 ? null : (
          <li>
            <p>
              {readName} · {toSizeText(sumKeptBytes(kept, listReadOnly(kept)))}
            </p>
            <RemoveButton name={readName} onRemove={() => void change(removeRead)} />
          </li>
        )}
        <li>
          <p>
            {t('kept.shared')} · {toSizeText(sumKeptBytes(kept, shared))}
          </p>
        </li>
      </ul>
      <p>{t('kept.total', { size: toSizeText(sumKeptBytes(kept, listKeptPaths(kept))) })}</p>
      <button type="button" className="button button-wide" onClick={onRemoveAll}>
        {t('kept.removeAll')}
      </button>
      <p className={styles.hint}>{t('kept.mayGo')}</p>
    </section>
  )
}

interface KeptEntryProps {
  kept: KeptRecord
  list: KeptListEntry
  onOpen: () => void
  onRemove: () => void
}

function KeptEntry({ kept, list, onOpen, onRemove }: KeptEntryProps) {
  const { t } = useTranslation()
  const filter = parseTimelineFilter(new URLSearchParams(list.query))
  const name = useViewName(filter) ?? t('kept.everything')
  return (
    <li>
      <div>
        <p dir="auto">
          <Link to={timelinePath(filter)} onClick={onOpen}>
            {name}
          </Link>{' '}
          · {toSizeText(sumKeptBytes(kept, list.files))}
        </p>
        <KeptCount list={list} />
      </div>
      <RemoveButton name={name} onRemove={onRemove} />
    </li>
  )
}

function RemoveButton({ name, onRemove }: { name: string; onRemove: () => void }) {
  const { t } = useTranslation()
  return (
    <button
      type="button"
      className="button"
      aria-label={t('kept.removeNamed', { name })}
      onClick={onRemove}
    >
      {t('kept.remove')}
    </button>
  )
}
