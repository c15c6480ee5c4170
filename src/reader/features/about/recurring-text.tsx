import { toNumberText } from '#article/number-text.ts'
import type { BuildReport } from '#contract/build-report.ts'
import { useTranslation } from '#reader/language/use-translation.ts'

/** How much text previews leave out because it recurs; nothing when there is none. */
export function RecurringText({ counts }: { counts: BuildReport['recurring'] }) {
  const { t } = useTranslation()
  if (counts === undefined || counts.posts === 0) return null
  const { posts, wholly, author, source, similar } = counts
  return (
    <p>
      {t('about.recurring', {
        count: posts,
        sentences: toNumberText(author + source + similar),
        posts: toNumberText(posts),
        wholly: toNumberText(wholly),
      })}
    </p>
  )
}
