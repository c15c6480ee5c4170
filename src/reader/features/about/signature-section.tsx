import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import type { Manifest } from '#contract/manifest.ts'
import { toKeyPrint, toPublicKeyText } from '#contract/signing/public-key.ts'
import type { SignedSite } from '#contract/signing/verify-signed.ts'
import { signatureQuery } from '#reader/data/signature/signature-query.ts'
import { useTranslation } from '#reader/language/use-translation.ts'
import { siteBase } from '#reader/links/paths.ts'
import { compareSeen, findSeen, markSeen } from '#reader/storage/seen-signature.ts'
import { FailureNotice } from '#reader/ui/failure-notice.tsx'
import { NextBuild } from './next-build.tsx'
import { useDayFormat } from './use-day-format.ts'
import styles from './about.module.css'

/** Whose archive this is: the print of its key, and whether its signature holds; nothing where nobody signed. */
export function SignatureSection({ manifest: { archive } }: { manifest: Manifest }) {
  const { t } = useTranslation()
  const {
    data: state,
    error,
    refetch,
  } = useQuery({
    ...signatureQuery(),
    enabled: archive !== undefined,
  })
  if (archive === undefined) return null
  return (
    <section>
      <h2>{t('about.signature.title')}</h2>
      <p>{t('about.signature.print', { print: toKeyPrint(archive) })}</p>
      <div className={styles.signature} aria-live="polite">
        {error === null ? null : <FailureNotice error={error} onRetry={() => void refetch()} />}
        {state?.kind === 'verified' ? <Verified {...state.signed} /> : null}
        {state?.kind === 'verified' || error !== null ? null : (
          <p>{t(`about.signature.${state?.kind ?? 'waiting'}`)}</p>
        )}
      </div>
    </section>
  )
}

function Verified({ head, keys }: SignedSite) {
  const { t } = useTranslation()
  const { archive, sequence } = head
  // What was seen before this visit: it must not change once this one is remembered.
  const [seen] = useState(() => findSeen(siteBase, archive))
  useEffect(() => markSeen(siteBase, { archive, sequence }), [archive, sequence])
  const order = compareSeen(seen, { archive, sequence })
  const format = useDayFormat()
  const before = seen === undefined ? '' : toKeyPrint(seen.archive)
  const { nextBy } = head
  return (
    <>
      <p>{t('about.signature.verified', { date: format(head.date) })}</p>
      <p>{t(`about.signature.${order}`, { print: before })}</p>
      {nextBy === undefined ? null : <NextBuild day={nextBy} />}
      <p>
        {t('about.signature.key')} <code>{toPublicKeyText(keys.root)}</code>
      </p>
    </>
  )
}
