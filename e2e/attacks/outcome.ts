import type { Impression } from './in-page.ts'
import type { Testimony } from './witness.ts'

/** What one article did to the page, with the name of its attack. */
export type Outcome = Testimony & Impression & { name: string }

/** The faults of an outcome, one line each. */
export function toFaults({ name, shown, scripts, ...lists }: Outcome): string[] {
  const { requests, navigations, clobbered, covered } = lists
  return [
    ...(shown ? [] : ['not shown']),
    ...(scripts === 0 ? [] : [`${scripts} scripts`]),
    ...requests,
    ...navigations,
    ...clobbered,
    ...covered,
  ].map((fault) => `${name}: ${fault}`)
}
