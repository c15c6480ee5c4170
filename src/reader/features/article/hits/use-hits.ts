import { useQueryClient, type QueryClient } from '@tanstack/react-query'
import { useEffect, useState, type RefObject } from 'react'
import { fetchMarks } from '#reader/data/search/hits-query.ts'
import { mapText, toRange } from './text-map.ts'

/** The article may go on changing: pictures come, the rest of a long text is shown, another script. */
const quietMs = 150

/** Hits in the article as it stands on the page, from top to bottom. */
export interface ArticleHitList {
  ranges: readonly Range[]
  /** False when the query looks for words in texts that the page does not hold. */
  isWhole: boolean
}

/** Finds a query in the title and text of the article in a box, again whenever they change; `undefined` until it is known. */
export function useHits(
  query: string,
  box: RefObject<HTMLElement | null>,
): ArticleHitList | undefined {
  const client = useQueryClient()
  const [hits, setHits] = useState<ArticleHitList>()
  useEffect(() => {
    const element = box.current
    if (element === null) return undefined
    let isGone = false
    let timer: ReturnType<typeof setTimeout> | undefined
    const look = async () => {
      const found = await findHits(client, query, element)
      if (!isGone) setHits(found)
    }
    const observer = new MutationObserver(() => {
      clearTimeout(timer)
      timer = setTimeout(() => void look(), quietMs)
    })
    const text = element.querySelector('.article-text')
    if (text !== null)
      observer.observe(text, { childList: true, characterData: true, subtree: true })
    void look()
    return () => {
      isGone = true
      clearTimeout(timer)
      observer.disconnect()
    }
  }, [client, query, box])
  return hits
}

async function findHits(
  client: QueryClient,
  query: string,
  box: Element,
): Promise<ArticleHitList | undefined> {
  const fields = [
    { field: 'title', root: box.querySelector('h1') },
    { field: 'body', root: box.querySelector('.article-text') },
  ] as const
  const maps = fields.flatMap(({ field, root }) =>
    root === null ? [] : [{ field, map: mapText(root) }],
  )
  try {
    const texts = maps.map(({ field, map }) => ({ field, text: map.text }))
    const { marks, isWhole } = await fetchMarks(client, query, texts)
    const ranges = maps.flatMap(({ map }, at) =>
      (marks[at] ?? []).map(({ start, end }) => toRange(map, start, end)),
    )
    return { ranges: ranges.filter((range) => range !== undefined), isWhole }
  } catch {
    // The article reads well without marks; the list says what is wrong with the search.
    return undefined
  }
}
