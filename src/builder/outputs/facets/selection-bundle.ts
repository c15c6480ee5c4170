/** Several selections in one file, one after the other, and where each lies (in bytes). */
export interface SelectionBundle {
  bytes: Uint8Array
  parts: { start: number; bytes: number }[]
}

const bundleBytes = 65_536

/** Puts selections, in order, into files of at most 64 KB; a larger one stands alone. */
export function bundleSelections(selections: Uint8Array[]): SelectionBundle[] {
  const bundles: { members: Uint8Array[]; bytes: number }[] = []
  for (const selection of selections) {
    const last = bundles.at(-1)
    if (last === undefined || last.bytes + selection.length > bundleBytes) {
      bundles.push({ members: [selection], bytes: selection.length })
    } else {
      last.members.push(selection)
      last.bytes += selection.length
    }
  }
  return bundles.map(({ members }) => joinSelections(members))
}

function joinSelections(members: Uint8Array[]): SelectionBundle {
  let start = 0
  const parts = members.map(({ length }) => {
    const part = { start, bytes: length }
    start += length
    return part
  })
  return { bytes: Buffer.concat(members), parts }
}
