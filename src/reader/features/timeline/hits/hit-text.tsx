import { useQuery } from '@tanstack/react-query'
import type { PostSummary } from '#contract/timeline-shard.ts'
import { marksQuery, snippetQuery } from '#reader/data/search/hits-query.ts'
import { useShownText } from '#reader/chinese-script/shown-chinese-script.ts'
import { MarkedText } from '#reader/ui/marked-text.tsx'
import { keepInSight, rowRooms } from './keep-in-sight.ts'
import { toMarkedFields } from './marked-fields.ts'

/** A text of a row in the list of a search. */
export interface HitTextProps {
  query: string
  ordinal: number
  summary: PostSummary
  part: 'title' | 'excerpt'
  /** The text that the row shows without a search. */
  text: string
}

/**
 * Title or excerpt of a row with the hits of the search marked. When neither contains all of the query, a snippet of the
 * article replaces the excerpt once it is loaded; the row keeps its height.
 */
export function HitText({ query, ordinal, summary, part, text }: HitTextProps) {
  const hits = useQuery(marksQuery(query, ordinal, toMarkedFields(summary))).data
  const isExcerpt = part === 'excerpt'
  const { language, titleLanguage = language } = summary
  const { show } = useShownText(isExcerpt ? language : titleLanguage)
  const needsBody = isExcerpt && hits?.isWhole === false
  const snippet = useQuery({ ...snippetQuery(query, ordinal), enabled: needsBody }).data
  const marks = hits?.marks[isExcerpt ? 1 : 0] ?? []
  const hasSnippet = isExcerpt && snippet !== undefined && snippet.marks.length > 0
  const marked = keepInSight(hasSnippet ? snippet : { text, marks }, rowRooms[part])
  return <MarkedText text={show(marked.text)} marks={marked.marks} />
}
