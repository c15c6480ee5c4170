import { useQueryClient, type QueryClient } from '@tanstack/react-query'
import { useEffect, useState, type RefObject } from 'react'
import { fetchMarks } from '#reader/data/search/hits-query.ts'
import { mapText, toRange } from './text-map.ts'

/** Debounce: the article may still change as pictures load, the rest of it is shown or another script is chosen. */
const quietMs = 150

/** Hits in the article as the page shows it, from top to bottom. */
export interface ArticleHitList {
  ranges: readonly Range[]
  /** False when the query searches text that is not on the page. */
  isWhole: boolean
}

/**
 * Finds the hits of a query in the title and text of a box's article, again whenever they change; `undefined` until the
 * hits are known.
 */
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
    // The article can be read without highlights, and the list reports what is wrong with the search.
    return undefined
  }
}
