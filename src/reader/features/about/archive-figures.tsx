import { toNumberText } from '#article/number-text.ts'
import { useTranslation } from '#reader/language/use-translation.ts'
import type { Manifest } from '#contract/manifest.ts'
import { useLocale } from '#reader/language/use-locale.ts'
import styles from './about.module.css'

interface ArchiveFiguresProps {
  manifest: Manifest
  /** The counts to show; with `files`, those of files that were left out too. */
  names: readonly Exclude<keyof Manifest['counts'], 'leftOut' | 'problems'>[]
}

/** How much the archive holds, from which period and in which languages. */
export function ArchiveFigures({ manifest, names }: ArchiveFiguresProps) {
  const { t } = useTranslation()
  const locale = useLocale()
  const { counts } = manifest
  const languages = new Intl.DisplayNames(locale, { type: 'language' })
  const figures: [string, string][] = [
    ...names.map((name): [string, string] => [t(`about.${name}`), toNumberText(counts[name])]),
    ...(counts.leftOut === undefined || !names.includes('files')
      ? []
      : [[t('about.leftOut'), toNumberText(counts.leftOut)] satisfies [string, string]]),
    [t('about.span'), useSpan(manifest, locale)],
    [t('about.zone'), manifest.timeZone],
    [
      t('about.languages'),
      manifest.languages.map((tag) => languages.of(tag) ?? tag).join(t('listSeparator')) ||
        t('about.none'),
    ],
  ]
  return (
    <dl className={styles.figures}>
      {figures.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}

function useSpan({ span, timeZone }: Manifest, locale: string): string {
  const { t } = useTranslation()
  if (span === undefined) return t('about.spanUnknown')
  const format = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone })
  return t('about.spanRange', {
    first: format.format(new Date(span.first)),
    last: format.format(new Date(span.last)),
  })
}
