import { hashDataFile } from '#contract/data-hash.ts'
import { dataPath, manifestPath, toFileHash, type DataKind } from '#contract/file-names.ts'
import type { Manifest } from '#contract/manifest.ts'
import { toPackBytes } from '#contract/pack-file.ts'
import { toOpeningFile } from '#contract/opening-writer.ts'
import { schemaVersion } from '#contract/schema-version.ts'
import { toPostId, type PostId } from '#core/post/post-id.ts'
import { emptySelection } from '#core/selection/selection.ts'
import { toSha256 } from '#shape/digest.ts'

/** A site in memory, as its host serves it. */
export interface KeptSite {
  manifest: Manifest
  /** Bytes by path below the site's folder; pages have no name of their own at the end of a folder. */
  files: Map<string, Uint8Array<ArrayBuffer>>
  /** Ids of its posts, oldest first. */
  ids: PostId[]
}

/**
 * Makes a site of some posts, oldest first, by their texts: two rows a shard, one post a pack. Equal texts make equal files.
 * `code` is in the name of its script.
 */
export async function makeKeptSite(texts: readonly string[], code: string): Promise<KeptSite> {
  const files: KeptSite['files'] = new Map()
  const write = async (kind: DataKind, value: unknown) => {
    const bytes = value instanceof Uint8Array ? value : encode(value)
    const hash = await hashDataFile(kind, bytes, toSha256)
    if (hash === undefined) throw new Error(`not a file of ${kind}`)
    files.set(dataPath(kind, hash), new Uint8Array(bytes))
    return hash
  }
  const days = texts.map((_, at) => new Date(Date.UTC(2020, 0, 1 + at)).toISOString().slice(0, 10))
  const ids = days.map((day) => toPostId(day, 'abcdefgh'))
  const shards: Manifest['opening'][] = []
  for (let first = 0; first < texts.length; first += 2) {
    const rows = [first, first + 1].filter((at) => at < texts.length)
    const packs = rows.map(async (at) => {
      const body = { id: ids[at], file: `news/${at}.md`, parts: [`<p>${texts[at] ?? ''}</p>`] }
      const pack = toPackBytes({ firstOrdinal: at, bodies: [encode(body)] })
      return { firstOrdinal: at, pack: await write('bodies', pack) }
    })
    const summaries = rows.map((at) => ({
      id: ids[at],
      title: `Post ${at}`,
      publishedOn: days[at],
      tags: [],
      collection: 'news',
      kind: 'article',
      length: { count: 10, unit: 'words' },
    }))
    shards.push(
      await write('timeline', {
        firstOrdinal: first,
        rows: summaries,
        packs: await Promise.all(packs),
      }),
    )
  }
  const calendar = {
    timeZone: 'UTC',
    days: days.map((day, at) => ({ day, start: at, end: at + 1 })),
  }
  const opening = await write(
    'opening',
    toOpeningFile({ calendar, superseded: emptySelection, newest: [] }),
  )
  const script = `assets/reader-${code}.js`
  files.set(script, new TextEncoder().encode(`// ${code}`))
  for (const page of ['', '404.html']) {
    files.set(page, new TextEncoder().encode(`<meta content="${opening}"><script src="${script}">`))
  }
  const shared = [script, dataPath('opening', opening)]
  const offline = await write('offline', {
    files: shared.map((path) => [path, files.get(path)?.length ?? 0]),
  })
  const rows = texts.length
  const manifest: Manifest = {
    schemaVersion,
    buildId: toFileHash(
      new Uint8Array(await crypto.subtle.digest('SHA-256', encode([offline, shards, code]))),
    ),
    title: 'Harbour news',
    timeZone: 'UTC',
    languages: [],
    counts: { files: rows, posts: rows, copies: 0, versions: 0, unreadable: 0, problems: 0 },
    timeline: { rows, rowsPerShard: 2, shardsPerDirectory: 512, directories: [], tail: shards },
    opening,
    facets: [],
    permalinks: [],
    offline,
    report: opening,
  }
  files.set(manifestPath, encode(manifest))
  return { manifest, files, ids }
}

function encode(value: unknown): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(JSON.stringify(value))
}
