import { useSyncExternalStore } from 'react'
import type { Manifest } from '#contract/manifest.ts'
import type { MirrorRecord } from '#reader/data/mirrors/mirror-visit.ts'
import { openMirrors, type Mirrors } from '#reader/data/mirrors/mirrors.ts'
import { useTranslation } from '#reader/language/use-translation.ts'
import { NewestBuild } from './newest-build.tsx'
import styles from './about.module.css'

/**
 * Where the archive can be read when its own host does not answer, who sees what then, and how each mirror has done in this
 * visit; nothing where there are none. In a lifeboat `one-file/mirrors-section.tsx` stands here.
 */
export function MirrorsSection({ manifest }: { manifest: Manifest }) {
  const mirrors = openMirrors(manifest.mirrors ?? [])
  return mirrors === undefined ? null : <Section {...mirrors} manifest={manifest} />
}

function Section({ consent, visit, manifest }: Mirrors & { manifest: Manifest }) {
  const { archive } = manifest
  const { t } = useTranslation()
  const isGiven = useSyncExternalStore(consent.subscribe, consent.read) === 'given'
  const { mirrors } = useSyncExternalStore(visit.subscribe, visit.read)
  return (
    <section>
      <h2>{t('mirrors.title')}</h2>
      <p>{t('mirrors.text')}</p>
      <ul className={styles.mirrors}>
        {mirrors.map((mirror) => (
          <li key={mirror.address}>
            <bdi>{mirror.address}</bdi>
            {' · '}
            <State {...mirror} />
          </li>
        ))}
      </ul>
      <p>{t(isGiven ? 'mirrors.given' : 'mirrors.open')}</p>
      <div className={styles.asking}>
        <button type="button" className="button" onClick={() => consent.answer(!isGiven)}>
          {t(isGiven ? 'mirrors.stop' : 'mirrors.agree')}
        </button>
        {archive === undefined ? null : <NewestBuild manifest={manifest} archive={archive} />}
      </div>
    </section>
  )
}

function State({ asked, answered, failures, wrong }: MirrorRecord) {
  const { t } = useTranslation()
  if (wrong !== undefined) return t('mirrors.isWrong', { file: wrong })
  if (asked === 0) return t('mirrors.unasked')
  return failures > 0 ? t('mirrors.failing') : t('mirrors.answered', { count: answered })
}
