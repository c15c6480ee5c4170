interface Entry {
  sameDocument: boolean
  index: number
}

interface Entries {
  entries: () => readonly Entry[]
  currentEntry: Entry | null
}

/**
 * Goes to the first history entry of this page and drops those after it, so that what replaces it has nothing of the page
 * behind it, and one entry without a name of an article before it. Browsers without the Navigation API keep their entries:
 * nothing tells how many there are.
 */
export async function leaveEntries(base: string): Promise<void> {
  const { navigation } = globalThis as { navigation?: Entries }
  const current = navigation?.currentEntry?.index
  if (navigation === undefined || current === undefined) return
  // Of another page of this site it is not known what it would show: it stays.
  const first = navigation.entries().find(({ sameDocument }) => sameDocument)?.index ?? current
  await go(first - current)
  history.pushState(null, '', base)
  await go(-1)
}

async function go(steps: number): Promise<void> {
  if (steps === 0) return
  await new Promise<void>((resolve) => {
    addEventListener(
      'popstate',
      (event) => {
        // The router would open what is there.
        event.stopImmediatePropagation()
        resolve()
      },
      { capture: true, once: true },
    )
    history.go(steps)
  })
}
