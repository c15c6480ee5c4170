import type { ChangeKind } from '#contract/build-report.ts'

/** How often an article shows something in another way than its page did; a kind that does not occur is absent. */
export type ChangeCounts = Partial<Record<ChangeKind, number>>

/** Counts one more. */
export function countChange(counts: ChangeCounts, kind: ChangeKind): void {
  counts[kind] = (counts[kind] ?? 0) + 1
}
