import { toNumberText } from '#article/number-text.ts'
import { useTranslation } from '#reader/language/use-translation.ts'

/** How many posts have the source address of another post and are none of its versions; nothing when there are none. */
export function SharedAddresses({ posts = 0 }: { posts: number | undefined }) {
  const { t } = useTranslation()
  if (posts === 0) return null
  return <p>{t('about.sharedAddresses', { count: posts, number: toNumberText(posts) })}</p>
}
