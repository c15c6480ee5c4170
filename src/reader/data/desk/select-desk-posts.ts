import { queryOptions, type QueryClient } from '@tanstack/react-query'
import {
  emptySelection,
  hasOrdinal,
  rangeSelection,
  subtractSelection,
  type Selection,
} from '#core/selection/selection.ts'
import {
  findOwnList,
  findSharedList,
  type DeskChoice,
  type TimelineFilter,
} from '#core/selection/timeline-filter.ts'
import { manifestQuery } from '#reader/data/archive/site-queries.ts'
import { DeskPostFinder, type DeskPosts } from './find-desk-posts.ts'
import { listItems } from './desk-lists.ts'
import { sharedPostsQuery } from './shared-posts.ts'
import { openSiteDesk } from './site-desk.ts'

const finders = new WeakMap<QueryClient, DeskPostFinder>()

/** The posts that are marked or saved. Found once until the desk changes: every change of a filter asks. Nothing on the screen observes it: it would be kept as it was. */
export const deskPostsQuery = (kind: DeskChoice) =>
  queryOptions({
    queryKey: ['desk-posts', `${kind}=`],
    queryFn: async ({ client }): Promise<DeskPosts> => {
      const { desk, finder } = await openFinder(client)
      return kind === 'mark'
        ? finder.findMarked(desk.listMarkPacks())
        : finder.find(desk.list(kind).map(({ id }) => id))
    },
    gcTime: Infinity,
  })

/** The posts of one list of the desk, in its order. Found once until the desk changes. */
export const listPostsQuery = (list: string) =>
  queryOptions({
    queryKey: ['desk-posts', `saved=${list}`],
    queryFn: async ({ client }) => {
      const { desk, finder } = await openFinder(client)
      return finder.find(listItems(desk, list).map(({ post }) => post))
    },
    gcTime: Infinity,
  })

async function openFinder(client: QueryClient) {
  const desk = await openSiteDesk()
  let finder = finders.get(client)
  if (finder === undefined) {
    finder = new DeskPostFinder(client, desk)
    finders.set(client, finder)
    desk.subscribe(() => {
      // A list that is opened again is found anew before it is shown; one that is shown changes in its place.
      client.removeQueries({
        type: 'inactive',
        predicate: (query) => dependsOnDesk(query) && query.queryKey[0] !== 'ranked',
      })
      void client.invalidateQueries({ predicate: dependsOnDesk })
    })
  }
  return { desk, finder }
}

/** The posts of values of a choice that the desk answers; a value that is unknown has none. */
export async function selectDeskPosts(
  client: QueryClient,
  choice: DeskChoice,
  values: readonly string[],
): Promise<ReadonlyMap<string, Selection>> {
  const select = choice === 'saved' ? selectSaved : selectMarked
  const found = await Promise.all(values.map((value) => select(client, value)))
  return new Map(values.map((value, at) => [value, found[at] ?? emptySelection]))
}

async function selectSaved(client: QueryClient, value: string): Promise<Selection> {
  const { selection } =
    value === 'all'
      ? await client.ensureQueryData(deskPostsQuery('saved'))
      : await client.ensureQueryData(listPostsQuery(value))
  return selection
}

async function selectMarked(client: QueryClient, value: string): Promise<Selection> {
  const [{ selection }, { timeline }] = await Promise.all([
    client.ensureQueryData(deskPostsQuery('mark')),
    client.ensureQueryData(manifestQuery()),
  ])
  if (value === 'read') return selection
  return value === 'unread'
    ? subtractSelection(rangeSelection(0, timeline.rows), selection)
    : emptySelection
}

/** The posts of a selection in the order of the list that a filter is narrowed to. */
export async function orderAsListed(
  client: QueryClient,
  filter: TimelineFilter,
  selection: Selection,
): Promise<Uint32Array> {
  const ordinals = await loadListOrder(client, filter)
  return Uint32Array.from(new Set(ordinals.filter((ordinal) => hasOrdinal(selection, ordinal))))
}

async function loadListOrder(client: QueryClient, filter: TimelineFilter): Promise<Uint32Array> {
  const [own, shared] = [findOwnList(filter), findSharedList(filter)]
  if (own !== undefined) return (await client.ensureQueryData(listPostsQuery(own))).ordinals
  if (shared === undefined) return new Uint32Array()
  return (await client.ensureQueryData(sharedPostsQuery(shared))).ordinals
}

/**
 * Whether what a query answers follows from the desk: its key has the address of such a list. Where an article stands in its list
 * stays as it was.
 */
function dependsOnDesk({ queryKey: [name, ...rest] }: { queryKey: readonly unknown[] }): boolean {
  return (
    name !== 'list-place' &&
    rest.some((part) => typeof part === 'string' && /(?:^|&|-)(?:mark|saved)=/.test(part))
  )
}
