import type { Manifest } from '#contract/manifest.ts'
import { useTranslation } from '#reader/language/use-translation.ts'
import { Passages } from '#reader/ui/difference/passages.tsx'
import { MarkedFile } from '#reader/ui/source-file/marked-file.tsx'
import { toNumberText } from '#article/number-text.ts'
import type { FileVerdict } from './check-file.ts'
import type { LifeboatVerdict } from './check-lifeboat.ts'
import type { QuotationVerdict } from './check-quotation.ts'
import type { LinkVerdict } from './check-text.ts'
import { CitedPost } from './cited-post-view.tsx'
import { LifeboatVerdictView } from './lifeboat-verdict.tsx'
import { LinkView, QuotationView } from './text-verdict.tsx'
import styles from './check.module.css'

/** What came of a check. */
export type Verdict = LinkVerdict | QuotationVerdict | FileVerdict | LifeboatVerdict

/** Says what something is to the archive: the same, another version, or not here. */
export function VerdictView({ verdict, manifest }: { verdict: Verdict; manifest: Manifest }) {
  if (verdict.input === 'lifeboat') {
    return <LifeboatVerdictView verdict={verdict} manifest={manifest} />
  }
  const isAbsent =
    verdict.input === 'file' ? verdict.kind === 'absent' : verdict.matches.length === 0
  return (
    <>
      {verdict.input === 'file' && <FileView verdict={verdict} manifest={manifest} />}
      {verdict.input === 'link' && <LinkView verdict={verdict} />}
      {verdict.input === 'quotation' && <QuotationView verdict={verdict} />}
      {isAbsent && <CopyNote manifest={manifest} />}
    </>
  )
}

/** A copy of some posts says nothing of the others. */
function CopyNote({ manifest: { copy, counts } }: { manifest: Manifest }) {
  const { t } = useTranslation()
  if (copy === undefined || copy.posts <= counts.posts) return null
  return (
    <p>
      {t('check.copyOnly', {
        number: toNumberText(counts.posts),
        total: toNumberText(copy.posts),
      })}
    </p>
  )
}

function FileView({ verdict, manifest }: { verdict: FileVerdict; manifest: Manifest }) {
  const { t } = useTranslation()
  if (!('sha256' in verdict)) {
    return <p className={styles.what}>{t(`check.${verdict.kind}`)}</p>
  }
  const { sha256 } = verdict
  const own = <p className={styles.hash}>{t('check.hash', { hash: sha256 })}</p>
  if (verdict.kind === 'absent') {
    const { looked, left } = verdict
    const others = manifest.timeline.rows - looked
    return (
      <>
        <p className={styles.what}>
          {looked + left === 0
            ? t('check.fileUnknown')
            : t('check.fileAbsent', { count: looked, number: toNumberText(looked) })}
        </p>
        {looked + left > 0 && others > 0 && (
          <p>{t('check.fileOthers', { count: others, number: toNumberText(others) })}</p>
        )}
        {own}
      </>
    )
  }
  const { post } = verdict
  return (
    <>
      <p className={styles.what}>
        {t(verdict.kind === 'same' ? 'check.fileSame' : 'check.fileOther')}
      </p>
      {own}
      <CitedPost post={post} />
      {verdict.kind === 'other' && verdict.difference && (
        <>
          <p>{t('check.fileDifference')}</p>
          <Passages difference={verdict.difference} words={t} />
        </>
      )}
      {verdict.kind === 'other' && verdict.marked && (
        <>
          <p>{t('check.fileMarked')}</p>
          <MarkedFile pieces={verdict.marked.pieces} />
        </>
      )}
    </>
  )
}
