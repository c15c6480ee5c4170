import { useState } from 'react'
import type { Manifest } from '#contract/manifest.ts'
import { toKeyPrint } from '#contract/signing/public-key.ts'
import type { SignatureState } from '#reader/data/signature/check-signature.ts'
import { useLocale } from '#reader/language/use-locale.ts'
import { useTranslation } from '#reader/language/use-translation.ts'
import styles from './check.module.css'

/** What a check proves: that this build of this archive holds something, and who signed it. */
export function ProofNote({
  manifest: { archive, buildId },
  signature,
}: {
  manifest: Manifest
  signature: SignatureState | undefined
}) {
  const { t } = useTranslation()
  const locale = useLocale()
  const [now] = useState(() => new Date())
  const format = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' })
  const signed = signature?.kind === 'verified' ? signature.signed.head : undefined
  return (
    <section className={styles.proof}>
      <h2>{t('check.proof')}</h2>
      <p>{t('check.proves', { build: buildId, day: format.format(now) })}</p>
      <p>
        {archive === undefined
          ? t('check.unsigned')
          : t(signed === undefined ? 'check.unverified' : 'check.signed', {
              print: toKeyPrint(archive),
              day: signed === undefined ? '' : format.format(new Date(signed.date)),
            })}
      </p>
    </section>
  )
}
