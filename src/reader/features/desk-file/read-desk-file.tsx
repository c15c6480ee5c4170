import { useState } from 'react'
import { toNumberText } from '#article/number-text.ts'
import type { DeskArchive } from '#reader/data/desk-file/desk-file.ts'
import { DeskFileError } from '#reader/data/desk-file/desk-file-error.ts'
import type { DeskFilePlan, MergedDeskFile } from '#reader/data/desk-file/merge-desk-file.ts'
import type { SealedDeskFile } from '#reader/data/desk-file/sealed-desk-file.ts'
import { useTranslation } from '#reader/language/use-translation.ts'
import styles from './desk-file.module.css'
import { DeskFileFailure } from './desk-file-failure.tsx'
import { OpenSealedFile } from './open-sealed-file.tsx'
import { DeskFilePreview } from './desk-file-preview.tsx'

const late = () => import('#reader/data/desk-file/merge-desk-file.ts')

/** What was merged last on this page: it can be undone also after the settings were closed. */
const page: { merged?: MergedDeskFile | undefined } = {}

interface Shown {
  sealed?: SealedDeskFile
  plan?: DeskFilePlan
  failed?: { error: unknown; onRetry: () => void }
  merged?: MergedDeskFile | undefined
  isUndone?: boolean
}

/** Shows what a desk file holds, merges it when that is wanted, and takes that back. */
export function ReadDeskFile({ archive }: { archive: DeskArchive }) {
  const { t } = useTranslation()
  const [shown, setShown] = useState<Shown>({ merged: page.merged })
  const attempt = async (act: () => Promise<Shown>) => {
    try {
      setShown(await act())
    } catch (error) {
      setShown({ failed: { error, onRetry: () => void attempt(act) } })
    }
  }
  const { sealed, plan, failed, merged, isUndone } = shown
  return (
    <>
      <label className={styles.file}>
        <span>{t('deskFile.read')}</span>
        <input
          type="file"
          accept=".json,application/json"
          onClick={(event) => {
            // Else the same file could not be chosen again.
            event.currentTarget.value = ''
          }}
          onChange={(event) => {
            const [file] = event.target.files ?? []
            if (file !== undefined) void attempt(() => look(file))
          }}
        />
      </label>
      {sealed === undefined ? null : (
        <OpenSealedFile open={async (words) => setShown(await open(sealed, words))} />
      )}
      {plan === undefined ? null : (
        <DeskFilePreview
          plan={plan}
          archive={archive}
          onMerge={(withSettings) => void attempt(() => merge(plan, withSettings))}
          onCancel={() => setShown({})}
        />
      )}
      {failed === undefined ? null : <DeskFileFailure {...failed} />}
      <output className={styles.done}>
        {merged === undefined ? null : (
          <Merged merged={merged} onUndo={() => void attempt(() => undo(merged))} />
        )}
        {isUndone === true ? t('deskFile.undone') : null}
      </output>
    </>
  )
}

function Merged({ merged, onUndo }: { merged: MergedDeskFile; onUndo: () => void }) {
  const { t } = useTranslation()
  const { entries, trouble } = merged
  return (
    <>
      <span>{t('deskFile.merged', { count: entries, number: toNumberText(entries) })}</span>
      {trouble === undefined ? null : <span>{t(`desk.trouble.${trouble}`)}</span>}
      <button type="button" className="button" onClick={onUndo}>
        {t('desk.undo')}
      </button>
    </>
  )
}

async function merge(planned: DeskFilePlan, withSettings: boolean): Promise<Shown> {
  page.merged = await (await late()).mergeDeskFile(planned, withSettings)
  return { merged: page.merged }
}

async function undo({ undo: takeBack }: MergedDeskFile): Promise<Shown> {
  await takeBack()
  page.merged = undefined
  return { isUndone: true }
}

async function look(file: File): Promise<Shown> {
  const [{ mostSealedBytes }, { parseSealedFile }] = await Promise.all([
    import('#reader/data/desk-file/desk-file.ts'),
    import('#reader/data/desk-file/sealed-desk-file.ts'),
  ])
  // Not even looked at.
  if (file.size > mostSealedBytes) throw new DeskFileError('large')
  const text = await file.text()
  const sealed = await parseSealedFile(text)
  return sealed === undefined ? planText(text) : { sealed }
}

async function open(file: SealedDeskFile, passphrase: string): Promise<Shown> {
  const { openSealedFile } = await import('#reader/data/desk-file/sealed-desk-file.ts')
  return planText(await openSealedFile(file, passphrase))
}

async function planText(text: string): Promise<Shown> {
  const { parseDeskFile } = await import('#reader/data/desk-file/desk-file.ts')
  return { plan: await (await late()).planMerge(parseDeskFile(text, Date.now())) }
}
