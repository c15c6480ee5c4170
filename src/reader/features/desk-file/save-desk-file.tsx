import { useState } from 'react'
import type { DeskArchive } from '#reader/data/desk-file/desk-file.ts'
import { useTranslation } from '#reader/language/use-translation.ts'
import { toFileName } from '#reader/ui/file-name.ts'
import { saveFile } from '#reader/ui/save-file.ts'
import { DeskFileFailure } from './desk-file-failure.tsx'

/** Saves the desk as a file. Its name does not tell which archive it is of: whoever sees a folder sees it. */
export function SaveDeskFile({ archive }: { archive: DeskArchive }) {
  const { t } = useTranslation()
  const [failed, setFailed] = useState<{ error: unknown }>()
  const save = async () => {
    setFailed(undefined)
    try {
      const { makeDeskFile } = await import('#reader/data/desk-file/make-desk-file.ts')
      const day = new Date().toISOString().slice(0, 10)
      const file = new Blob([await makeDeskFile(archive)], { type: 'application/json' })
      saveFile(file, toFileName(t('deskFile.fileName'), day, 'json'))
    } catch (error) {
      setFailed({ error })
    }
  }
  return (
    <>
      <button type="button" className="button button-wide" onClick={() => void save()}>
        {t('deskFile.save')}
      </button>
      {failed === undefined ? null : (
        <DeskFileFailure error={failed.error} onRetry={() => void save()} />
      )}
    </>
  )
}
