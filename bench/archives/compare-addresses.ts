import { type Row } from '../report/row.ts'

/** The ways in which people and hosts write an address. */
export function listSpellings(path: string): string[] {
  const bare = path.replace(/\/$/, '').replace(/\.html$/, '')
  const all = [path, `${bare}/`, bare, `${bare}/index.html`, `${bare}.html`]
  return [
    ...new Set(all.flatMap((one) => [one, encodeURI(decode(one)), decode(one).toLowerCase()])),
  ]
}

function decode(path: string): string {
  try {
    return decodeURIComponent(path)
  } catch {
    return path
  }
}

/** Addresses of the posts of a site by another program, and what finds posts by addresses in ours. */
export interface AddressTask {
  /** By the path of the file. */
  addresses: ReadonlyMap<string, readonly string[]>
  /** Ids of our posts by the path of the file. */
  ids: ReadonlyMap<string, string>
  find: (path: string) => Promise<string | undefined>
}

/** How many old addresses lead to their post, in every spelling. */
export async function compareAddresses({ addresses, ids, find }: AddressTask): Promise<Row[]> {
  const right = new Map<string, string>()
  for (const [file, paths] of addresses) {
    const id = ids.get(file)
    if (id !== undefined) for (const path of paths) right.set(path, id)
  }
  let [found, tried, spelled] = [0, 0, 0]
  for (const [path, id] of right) {
    const answers = await Promise.all(listSpellings(path).map(find))
    tried += answers.length
    for (const [at, answer] of answers.entries()) {
      if (answer !== id) console.log(`  spelled ${listSpellings(path)[at]} leads to ${answer}`)
    }
    spelled += answers.filter((answer) => answer === id).length
    if ((await find(path)) === id) found++
    else console.log(`  ${path} leads to ${await find(path)}, not ${id}`)
  }
  if (right.size === 0) return []
  return [
    toRow('old addresses found', found, right.size),
    toRow('in other spellings', spelled, tried),
  ]
}

function toRow(what: string, part: number, whole: number): Row {
  const percent = (part / whole) * 100
  return {
    what,
    measured: `${percent.toFixed(2)} % (${part} of ${whole})`,
    values: [percent],
    least: 100,
  }
}
