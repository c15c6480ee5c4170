import type { Manifest } from '#contract/manifest.ts'
import { useTranslation } from '#reader/language/use-translation.ts'
import { Passages } from '#reader/ui/difference/passages.tsx'
import { Pieces } from '#reader/ui/difference/pieces.tsx'
import { MarkedFile } from '#reader/ui/source-file/marked-file.tsx'
import { toNumberText } from '#article/number-text.ts'
import type { FileVerdict } from './check-file.ts'
import type { LifeboatVerdict } from './check-lifeboat.ts'
import type { CitedMatch, TextVerdict } from './check-text.ts'
import { CitedPost } from './cited-post-view.tsx'
import type { Judgement } from './judge-quotation.ts'
import { LifeboatVerdictView } from './lifeboat-verdict.tsx'
import styles from './check.module.css'

/** What came of a check. */
export type Verdict = TextVerdict | FileVerdict | LifeboatVerdict

/** Says what something is to the archive: the same, another version, or not here. */
export function VerdictView({ verdict, manifest }: { verdict: Verdict; manifest: Manifest }) {
  if (verdict.input === 'file') return <FileView verdict={verdict} />
  if (verdict.input !== 'lifeboat') return <TextView verdict={verdict} />
  return <LifeboatVerdictView verdict={verdict} manifest={manifest} />
}

function TextView({
  verdict: { input, matches, total, isUnsearchable },
}: {
  verdict: TextVerdict
}) {
  const { t } = useTranslation()
  if (isUnsearchable) return <p className={styles.what}>{t('check.unsearchable')}</p>
  if (matches.length === 0) {
    return <p className={styles.what}>{t(`check.${input}Absent`)}</p>
  }
  const isOther = input === 'quotation' && matches[0]?.quoted?.kind === 'other'
  return (
    <>
      {!isOther && (
        <p className={styles.what}>
          {t(`check.${input}Here`, { count: total, number: toNumberText(total) })}
        </p>
      )}
      <ul className={styles.posts}>
        {matches.map((match) => (
          <li key={match.post.summary.id}>
            <Match match={match} />
          </li>
        ))}
      </ul>
      {total > matches.length && (
        <p>{t('check.someShown', { number: toNumberText(matches.length) })}</p>
      )}
    </>
  )
}

function Match({ match: { post, quoted, isHashSame } }: { match: CitedMatch }) {
  const { t } = useTranslation()
  return (
    <>
      {quoted && <JudgementView judgement={quoted} />}
      <CitedPost post={post} />
      {isHashSame !== undefined && <p>{t(isHashSame ? 'check.hashSame' : 'check.hashOther')}</p>}
    </>
  )
}

function JudgementView({ judgement }: { judgement: Judgement }) {
  const { t } = useTranslation()
  return (
    <>
      <p className={styles.what}>{t(`check.${judgement.kind}`)}</p>
      {judgement.kind === 'other' && (
        <blockquote className={styles.quoted}>
          <Pieces pieces={judgement.pieces} words={t} />
        </blockquote>
      )}
    </>
  )
}

function FileView({ verdict }: { verdict: FileVerdict }) {
  const { t } = useTranslation()
  if (!('sha256' in verdict)) {
    return <p className={styles.what}>{t(`check.${verdict.kind}`)}</p>
  }
  const { sha256 } = verdict
  const own = <p className={styles.hash}>{t('check.hash', { hash: sha256 })}</p>
  if (verdict.kind === 'absent') {
    const { looked } = verdict
    return (
      <>
        <p className={styles.what}>
          {t('check.fileAbsent', { count: looked, number: toNumberText(looked) })}
        </p>
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
