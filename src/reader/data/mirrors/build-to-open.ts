import * as v from 'valibot'

const toOpenShape = v.object({
  usr: v.object({
    toOpen: v.object({
      /** The mirror that has it. */
      address: v.string(),
      /** Its number: nothing below it is opened (A5). */
      sequence: v.number(),
    }),
  }),
})

/** A build of a mirror that somebody has pressed to open. */
export type BuildToOpen = v.InferOutput<typeof toOpenShape>['usr']['toOpen']

/**
 * Loads this page anew, to show a build of a mirror: code, worker and lists are then of that build from the start. The
 * history entry carries which, for this one load.
 */
export function reloadToOpen(toOpen: BuildToOpen): void {
  history.replaceState({ ...Object(history.state), usr: { toOpen } }, '')
  location.reload()
}

/** The build that this page was loaded to show, once: whoever reloads it again has the own host's. */
export function takeBuildToOpen(): BuildToOpen | undefined {
  const { success, output } = v.safeParse(toOpenShape, history.state)
  if (!success) return undefined
  history.replaceState({ ...Object(history.state), usr: null }, '')
  return output.usr.toOpen
}
