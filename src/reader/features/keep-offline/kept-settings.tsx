import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { toSizeText } from '#core/text/size-text.ts'
import { keepRead, removeAllKept, removeRead } from '#reader/data/kept/change-kept.ts'
import { mostReadBytes } from '#reader/data/kept/keep-build.ts'
import { canKeep } from '#reader/data/kept/kept-worker.ts'
import { useTranslation } from '#reader/language/use-translation.ts'
import { settingValues } from '#reader/storage/settings.ts'
import { Segmented } from '#reader/ui/segmented.tsx'
import { changeSettings, useSettings } from '#reader/ui/use-settings.ts'
import { KeepFailure } from './keep-failure.tsx'
import { KeptList } from './kept-list.tsx'
import { useKept } from './use-kept.ts'
import styles from './keep-offline.module.css'

/** What is kept on this device, with its size and a way to remove it, and whether articles that are read are kept too. */
export function KeptSettings({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation()
  const { traces } = useSettings()
  const { kept, change } = useKept()
  const hasTraces = traces === 'keep'
  if (!canKeep()) return <p className={styles.hint}>{t('kept.unavailable')}</p>
  return (
    <>
      {hasTraces ? <KeepReadChoice change={change} /> : null}
      {kept === undefined ? null : (
        <KeptList
          kept={kept}
          onOpen={onClose}
          change={change}
          onRemoveAll={() => {
            changeSettings({ keepRead: 'off' })
            void change(removeAllKept)
          }}
        />
      )}
    </>
  )
}

type Choice = (typeof settingValues.keepRead)[number]

function KeepReadChoice({ change }: Pick<ReturnType<typeof useKept>, 'change'>) {
  const { t } = useTranslation()
  const client = useQueryClient()
  const settings = useSettings()
  const [failed, setFailed] = useState<{ error: unknown; value: Choice }>()
  const choose = async (value: Choice) => {
    setFailed(undefined)
    changeSettings({ keepRead: value })
    try {
      const { signal } = new AbortController()
      await change(() =>
        value === 'on'
          ? keepRead(client, undefined, { signal }).then(() => undefined)
          : removeRead(),
      )
    } catch (error) {
      changeSettings({ keepRead: 'off' })
      setFailed({ error, value })
    }
  }
  return (
    <>
      <Segmented
        label={t('kept.read.name')}
        value={settings.keepRead}
        options={settingValues.keepRead.map((value) => ({
          value,
          label: t(`kept.read.${value}`),
        }))}
        onChange={choose}
      />
      {failed === undefined ? null : (
        <KeepFailure error={failed.error} onRetry={() => void choose(failed.value)} />
      )}
      <p className={styles.hint}>{t('kept.read.hint', { size: toSizeText(mostReadBytes) })}</p>
    </>
  )
}
