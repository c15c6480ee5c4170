import { toNumberText } from '#article/number-text.ts'
import { useTranslation } from '#reader/language/use-translation.ts'
import type { KeptListEntry } from '#reader/storage/kept/kept-record.ts'

/** How many posts of a list are kept: all, or as many as the device gave room for. */
export function KeptCount({ list }: { list: KeptListEntry }) {
  const { t } = useTranslation()
  const { posts: count, kept } = list
  const total = toNumberText(count)
  return (
    <p>
      {kept === count
        ? t('kept.whole', { count, number: total })
        : t('kept.part', { kept: toNumberText(kept), total })}
    </p>
  )
}
