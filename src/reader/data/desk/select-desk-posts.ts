import { queryOptions, type QueryClient } from '@tanstack/react-query'
import {
  emptySelection,
  rangeSelection,
  subtractSelection,
  type Selection,
} from '#core/selection/selection.ts'
import type { DeskChoice } from '#core/selection/timeline-filter.ts'
import { manifestQuery } from '#reader/data/archive/site-queries.ts'
import { DeskPostFinder, type DeskPosts } from './find-desk-posts.ts'
import { openSiteDesk } from './site-desk.ts'

const finders = new WeakMap<QueryClient, DeskPostFinder>()

/** The posts that are marked or saved. Found once until the desk changes: every change of a filter asks. Nothing on the screen observes it: it would be kept as it was. */
export const deskPostsQuery = (kind: DeskChoice) =>
  queryOptions({
    queryKey: ['desk-posts', `${kind}=`],
    queryFn: ({ client }) => findDeskPosts(client, kind),
    gcTime: Infinity,
  })

async function findDeskPosts(client: QueryClient, kind: DeskChoice): Promise<DeskPosts> {
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
  return kind === 'mark'
    ? finder.findMarked(desk.listMarkPacks())
    : finder.find(desk.list(kind).map(({ id }) => id))
}

/** The posts of values of a choice that the desk answers; a value that is unknown has none. */
export async function selectDeskPosts(
  client: QueryClient,
  choice: DeskChoice,
  values: readonly string[],
): Promise<ReadonlyMap<string, Selection>> {
  const [{ selection }, { timeline }] = await Promise.all([
    client.ensureQueryData(deskPostsQuery(choice)),
    client.ensureQueryData(manifestQuery()),
  ])
  const known: Readonly<Record<string, () => Selection>> =
    choice === 'saved'
      ? { all: () => selection }
      : {
          read: () => selection,
          unread: () => subtractSelection(rangeSelection(0, timeline.rows), selection),
        }
  return new Map(
    values.flatMap((value) =>
      Object.hasOwn(known, value) ? [[value, known[value]?.() ?? emptySelection]] : [],
    ),
  )
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
