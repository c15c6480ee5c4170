import { useQuery } from '@tanstack/react-query'
import type { DeskArchive } from '#reader/data/desk-file/desk-file.ts'
import { canKeepFile, chooseLiveFile } from '#reader/data/live-file/choose-live-file.ts'
import { useLocale } from '#reader/language/use-locale.ts'
import { useTranslation } from '#reader/language/use-translation.ts'
import { siteBase } from '#reader/links/paths.ts'
import { useSetting } from '#reader/ui/use-settings.ts'
import styles from './desk-file.module.css'
import { DeskFileFailure } from './desk-file-failure.tsx'

const lateStore = () => import('#reader/storage/live-file/live-file-store.ts')
const lateFollower = () => import('#reader/data/live-file/follow-desk.ts')

/** Keeps a file on this device up to date, where the browser can, and stops that. */
export function LiveFileSettings({ archive }: { archive: DeskArchive }) {
  const { t } = useTranslation()
  const traces = useSetting('traces')
  const query = useQuery({
    queryKey: ['live-file', traces],
    queryFn: async () => {
      const live = canKeepFile() ? await (await lateStore()).readLiveFile(siteBase) : undefined
      if (live === undefined) return null
      const allowed = await live.handle.queryPermission?.({ mode: 'readwrite' })
      return {
        name: live.handle.name,
        at: live.at,
        isAllowed: (allowed ?? 'granted') === 'granted',
      }
    },
    staleTime: 0,
    gcTime: 0,
    retry: false,
  })
  const { data: live, error, refetch } = query
  if (!canKeepFile()) return <p className={styles.hint}>{t('deskFile.live.missing')}</p>
  if (traces === 'none') return <p className={styles.hint}>{t('deskFile.live.off')}</p>
  const act = async (work: () => Promise<unknown>) => {
    try {
      await work()
    } finally {
      await refetch()
    }
  }
  const start = async () => {
    const handle = await chooseLiveFile(`${t('deskFile.fileName')}.json`)
    if (handle !== undefined) await (await lateFollower()).startLiveFile(handle, archive)
  }
  if (error !== null) return <DeskFileFailure error={error} onRetry={() => void refetch()} />
  return (
    <div className={styles.parts}>
      <p className={styles.hint}>{t('deskFile.live.hint')}</p>
      {live === null || live === undefined ? (
        <button type="button" className="button button-wide" onClick={() => void act(start)}>
          {t('deskFile.live.start')}
        </button>
      ) : (
        <>
          <Live name={live.name} at={live.at} />
          <div className={styles.buttons}>
            {live.isAllowed ? null : (
              <button
                type="button"
                className="button"
                onClick={() => void act(async () => (await lateFollower()).allowLiveFile())}
              >
                {t('desk.allow')}
              </button>
            )}
            <button
              type="button"
              className="button"
              onClick={() => void act(async () => (await lateStore()).removeLiveFile(siteBase))}
            >
              {t('deskFile.live.stop')}
            </button>
          </div>
        </>
      )}
    </div>
  )
}

function Live({ name, at }: { name: string; at: number | undefined }) {
  const { t } = useTranslation()
  const date = new Intl.DateTimeFormat(useLocale(), { dateStyle: 'long', timeStyle: 'short' })
  return (
    <p>
      {at === undefined
        ? t('deskFile.live.waiting', { name })
        : t('deskFile.live.written', { name, date: date.format(at) })}
    </p>
  )
}
