import type { Manifest } from '#contract/manifest.ts'
import { toManifestPrint } from '#contract/signing/public-key.ts'
import { toNumberText } from '#article/number-text.ts'
import { useTranslation } from '#reader/language/use-translation.ts'
import type { LifeboatFault } from '#shape/lifeboat/check-lifeboat.ts'
import type { LifeboatVerdict } from './check-lifeboat.ts'
import styles from './check.module.css'

/** Damage of the same kind in hundreds of files says no more than in the first ones. */
const mostFaults = 50

/** What is whole in a lifeboat and what is not, and what it says that it is a copy of. */
export function LifeboatVerdictView({
  verdict: { faults, files, manifest: own, isProgramCompared },
  manifest,
}: {
  verdict: LifeboatVerdict
  manifest: Manifest
}) {
  const { t } = useTranslation()
  const count = faults.length === 0 ? files : faults.length
  const what = faults.length === 0 ? 'check.lifeboatWhole' : 'check.lifeboatFaults'
  return (
    <>
      <p className={styles.what}>{t(what, { count, number: toNumberText(count) })}</p>
      {faults.length > 0 && (
        <ul>
          {faults.slice(0, mostFaults).map((fault) => (
            <li key={`${fault.key} ${Object.values(fault.values ?? {}).join(' ')}`}>
              {t(`check.fault.${fault.key}`, toValues(fault))}
            </li>
          ))}
        </ul>
      )}
      {!isProgramCompared && <p>{t('check.programUnknown')}</p>}
      {own && (
        <p>
          {t('check.lifeboatOf', { title: own.title, build: own.copy?.of ?? own.buildId })}{' '}
          {t(`check.relation.${toRelation(own, manifest)}`, {
            print: toManifestPrint(own) ?? '',
          })}
        </p>
      )}
    </>
  )
}

function toValues({ values = {} }: LifeboatFault): Record<string, string | number> {
  const { number = 0, count = 0, path = '' } = values
  // The number of posts chooses the form of the word, where there is one.
  return { number, posts: toNumberText(count), count, path }
}

/** What a copy says of the archive that it was made from. Whoever made it could have it say anything. */
function toRelation(own: Manifest, here: Manifest): 'sameBuild' | 'sameArchive' | 'unknown' {
  const build = own.copy?.of ?? own.buildId
  if (build === (here.copy?.of ?? here.buildId)) return 'sameBuild'
  return own.archive !== undefined && own.archive === here.archive ? 'sameArchive' : 'unknown'
}
