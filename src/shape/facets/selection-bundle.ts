import { joinBytes } from '#core/bytes/join-bytes.ts'

/** Several selections concatenated in one file, and where each of them lies, in bytes. */
export interface SelectionBundle {
  bytes: Uint8Array
  parts: { start: number; bytes: number }[]
}

const bundleBytes = 65_536

/** Packs selections, in order, into files of at most 64 KB; a larger one gets a file of its own. */
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
  return { bytes: joinBytes(members), parts }
}
