import * as v from 'valibot'
import { parsePostId } from '#core/post/post-id.ts'
import { readDeskKey } from './desk-sign.ts'
import type { Mark } from './mark-pack.ts'
import { writeDeskKey } from './sign-desk.ts'

/** Where the reader kept the ids of opened posts before it had desks. */
const visitedKey = 'broadsheet.visited'

const idsShape = v.array(v.unknown())

/** The posts that an older version knew as opened. Nobody knows when: any other state of these marks is newer. */
export function readVisited(): Mark[] {
  try {
    const result = v.safeParse(idsShape, JSON.parse(readDeskKey(visitedKey) ?? '[]'))
    const texts = new Set(result.success ? result.output : [])
    return [...texts].flatMap((text): Mark[] => {
      const id = typeof text === 'string' ? parsePostId(text) : undefined
      return id === undefined ? [] : [{ kind: 'mark', id, at: 0, value: 'opened' }]
    })
  } catch (error) {
    if (error instanceof SyntaxError) return []
    throw error
  }
}

/** Removes what an older version kept. */
export function removeVisited(): void {
  writeDeskKey(visitedKey, '')
}
