import { toNumberText } from '#article/number-text.ts'
import type { Manifest } from '#contract/manifest.ts'
import { toQuietPath } from '#core/address/quiet-address.ts'
import { parseTimelineFilter } from '#core/selection/timeline-filter.ts'
import { useTranslation } from '#reader/language/use-translation.ts'
import { useViewName } from '#reader/ui/use-view-name.ts'

interface CopyFactsProps {
  manifest: Manifest
  copy: NonNullable<Manifest['copy']>
}

/** Of a copy of a list: which list of which archive, and where that is. */
export function CopyFacts({ manifest, copy }: CopyFactsProps) {
  const { address, counts, quietAddresses } = manifest
  const { t } = useTranslation()
  const list = `${address ?? ''}${copy.list === '' ? '' : `?${copy.list}`}`
  const name = useViewName(parseTimelineFilter(new URLSearchParams(copy.list)))
  return (
    <section>
      <h2>{t('copy.part.title')}</h2>
      <p>
        {t('copy.part.text', {
          number: toNumberText(counts.posts),
          total: toNumberText(copy.posts),
          list: name ?? t('copy.part.all'),
          build: copy.of,
        })}
      </p>
      {address === undefined ? null : (
        <p>
          <a href={quietAddresses === true ? toQuietPath(list) : list} rel="noopener noreferrer">
            {t('copy.part.site')}
          </a>
        </p>
      )}
    </section>
  )
}
