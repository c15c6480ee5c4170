import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { toPostId } from '#core/post/post-id.ts'
import type { DeskChange } from '#reader/storage/desk/desk-entry.ts'
import type { ListItem } from './desk-lists.ts'
import { moveItem, toChange } from './list-order.ts'

const posts = ['aaaaaaaa', 'bbbbbbbb', 'cccccccc', 'dddddddd'].map((digest) =>
  toPostId('2020-08-30', digest),
)

function makeItems(orders: readonly number[]): ListItem[] {
  return sortItems(
    orders.flatMap((order, at) => {
      const post = posts[at]
      return post === undefined ? [] : [{ post, order, note: String(at) }]
    }),
  )
}

/** As a desk orders them. */
function sortItems(items: readonly ListItem[]): ListItem[] {
  return items.toSorted((one, other) => one.order - other.order || (one.post < other.post ? -1 : 1))
}

/** The items after changes, as a desk has them. */
function apply(items: readonly ListItem[], changes: readonly DeskChange[]): ListItem[] {
  const changed = new Map(changes.map((change) => [change.id, change]))
  return sortItems(
    items.map((item) => {
      const change = changed.get(toChange('x', item).id)
      return change?.kind === 'list-item' && change.value !== undefined
        ? { ...change.value, post: item.post }
        : item
    }),
  )
}

const order = fc.oneof(
  fc.integer({ min: 0, max: 3 }),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
)
const place = fc.integer({ min: -1, max: 4 })

test('however orders lie, a post goes to the place that is asked for, and all others keep theirs', () => {
  fc.assert(
    fc.property(
      fc.array(order, { minLength: 1, maxLength: 4 }),
      fc.array(fc.tuple(place, place), { maxLength: 8 }),
      (orders, moves) => {
        let items = makeItems(orders)
        for (const [from, to] of moves) {
          const model = items.map(({ post }) => post)
          const [moved] = from < 0 || to < 0 || to >= items.length ? [] : model.splice(from, 1)
          if (moved !== undefined) model.splice(to, 0, moved)
          items = apply(items, moveItem('x', items, { from, to }))
          expect(items.map(({ post }) => post)).toEqual(model)
        }
        expect(new Set(items.map(({ note }) => note))).toEqual(
          new Set(orders.map((_, at) => String(at))),
        )
      },
    ),
  )
})

test.each([
  ['between two', [0, 1, 2], { from: 2, to: 1 }, [0.5]],
  ['to the top', [0, 1, 2], { from: 2, to: 0 }, [-1]],
  ['to the end', [0, 1, 2], { from: 0, to: 2 }, [3]],
  ['between two of one number', [5, 5, 5], { from: 2, to: 1 }, [0, 1, 2]],
  ['above the smallest number', [-Number.MAX_VALUE, 1], { from: 1, to: 0 }, [0, 1]],
] as const)(
  'a post that goes %s changes as few orders as can be',
  (_, orders, places, expected) => {
    const changes = moveItem('x', makeItems(orders), places)
    expect(changes.map(({ value }) => (value as ListItem).order)).toEqual(expected)
  },
)
