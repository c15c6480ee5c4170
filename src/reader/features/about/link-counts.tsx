import { toNumberText } from '#article/number-text.ts'
import type { BuildReport } from '#contract/build-report.ts'
import { useTranslation } from '#reader/language/use-translation.ts'

/** Links from one post to another, and those that name a post which the archive does not have; nothing for none. */
export function LinkCounts({ links }: { links: BuildReport['links'] }) {
  const { t } = useTranslation()
  const { inside = 0, posts = 0, missing = 0, words = 0 } = links ?? {}
  const said = [
    ...(inside === 0
      ? []
      : [
          t('about.links.inside', {
            count: inside,
            number: toNumberText(inside),
            posts: toNumberText(posts),
          }),
        ]),
    ...(missing === 0
      ? []
      : [t('about.links.missing', { count: missing, number: toNumberText(missing) })]),
    ...(words === 0 ? [] : [t('about.links.words', { count: words, number: toNumberText(words) })]),
  ]
  return said.length === 0 ? null : <p>{said.join(' ')}</p>
}
