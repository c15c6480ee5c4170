import { useQueryClient, type QueryClient } from '@tanstack/react-query'
import { useEffect, useState, useSyncExternalStore } from 'react'
import { toShardNumber } from '#contract/timeline-shard.ts'
import { shardQuery } from '#reader/data/archive/shard-query.ts'
import { savesData, untilIdle } from '#reader/data/scheduling/idle-time.ts'
import { workBudget } from '#reader/data/scheduling/work-budget.ts'
import { useReaderSign } from '#reader/ui/use-reader-sign.ts'
import type { TimelineListProps } from '../list-props.ts'
import { toRowIndex } from '../timeline-layout.ts'
import type { ItemRange } from './item-ranges.ts'
import { ListFiller, mostWholeRows, type FilledList, type FillPace } from './list-filler.ts'

/** Most files that are fetched without being asked for, so that a list is whole before anybody asks. */
const fewFiles = 48
/** How long a list must have been shown before that, milliseconds: somebody who types is about to see another one. */
const stillMs = 1000

type WholeListProps = Pick<TimelineListProps, 'order' | 'layout' | 'rowsPerShard' | 'query'>

/**
 * The filler of a list, the items it has drawn, and the last item whose hits are known. Short lists are filled as soon as the
 * reader does anything.
 */
export function useWholeList(props: WholeListProps): [ListFiller, ItemRange | undefined, number] {
  const { order, layout } = props
  const client = useQueryClient()
  const [known, setKnown] = useState(() => ({
    order,
    filler: new ListFiller(toFilledList(client, props)),
  }))
  let { filler } = known
  if (known.order !== order) {
    // More hits have come: what is drawn stays.
    filler = new ListFiller(toFilledList(client, props), filler.read())
    setKnown({ order, filler })
  }
  const { rows, hits } = useSyncExternalStore(filler.subscribe, filler.read)
  useEffect(() => {
    filler.start()
    return () => {
      filler.stop()
    }
  }, [filler])
  useIdleFilling(filler, layout.rows)
  const markedLast = toRowIndex(layout, hits - 1)
  if (rows === 0) return [filler, undefined, markedLast]
  return [filler, { first: 0, last: toRowIndex(layout, rows - 1) }, markedLast]
}

function useIdleFilling(filler: ListFiller, rows: number): void {
  const hasSign = useReaderSign(true)
  const isShort = rows <= mostWholeRows
  useEffect(() => {
    if (!hasSign || !isShort || savesData()) return undefined
    const timer = setTimeout(() => {
      if (filler.countMissing(fewFiles + 1) <= fewFiles) void filler.fill('idle')
    }, stillMs)
    return () => {
      clearTimeout(timer)
    }
  }, [filler, hasSign, isShort])
}

function toFilledList(client: QueryClient, { order, layout, rowsPerShard, query }: WholeListProps) {
  const findHits = async (filler: ListFiller) =>
    (await import('./find-row-hits.ts')).findListHits(client, { query, order, filler })
  return {
    findHits: query === undefined ? undefined : findHits,
    rows: layout.rows,
    fileOf: (row) => toShardNumber(order.at(row) ?? 0, rowsPerShard),
    isHere: (shard) => client.getQueryData(shardQuery(shard).queryKey) !== undefined,
    fetch: (shard) => client.ensureQueryData(shardQuery(shard)),
    rest,
  } satisfies FilledList
}

async function rest(pace: FillPace): Promise<void> {
  const isIdle = pace === 'idle' && typeof requestIdleCallback === 'function'
  return isIdle ? untilIdle() : workBudget.rest()
}
