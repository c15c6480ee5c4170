import { toFileHash } from '#contract/file-names.ts'
import type { Manifest } from '#contract/manifest.ts'
import { schemaVersion } from '#contract/schema-version.ts'
import { rankLanguages, toArchiveSpan } from '../archive-facts.ts'
import { toSha256 } from '../digest.ts'
import { rowsPerShard, shardsPerDirectory } from '../timeline/shard.ts'
import type { PostFacts } from './post-facts.ts'

/** What the manifest of a copy is made from, beside that of its site. */
interface CopiedParts {
  /** The list, as the parameters of its address. */
  view: string
  facts: readonly PostFacts[]
  /** How many of them are older versions. */
  versions: number
  /** How many problems the report has. */
  problems: number
  /** The fields that name files. */
  written: Pick<Manifest, 'opening' | 'clocks' | 'topics' | 'facets' | 'statistics' | 'report'> & {
    timeline: Pick<Manifest['timeline'], 'directories' | 'tail'>
    elsewhere: NonNullable<Manifest['copy']>['elsewhere']
  }
}

/** The manifest of a copy; its build id is a hash of all of it. Nothing in it depends on when and where it was made. */
export async function toCopyManifest(
  site: Manifest,
  { view, facts, versions, problems, written }: CopiedParts,
): Promise<Manifest> {
  const { timeline, elsewhere, ...files } = written
  const posts = facts.length - versions
  const rest: Omit<Manifest, 'schemaVersion' | 'buildId'> = {
    title: site.title,
    description: site.description,
    about: site.about,
    address: site.address,
    quietAddresses: site.quietAddresses,
    timeZone: site.timeZone,
    languages: rankLanguages(facts.map(({ language }) => language)),
    counts: { files: facts.length, posts, copies: 0, versions, unreadable: 0, problems },
    span: toArchiveSpan(facts),
    timeline: { rows: facts.length, rowsPerShard, shardsPerDirectory, ...timeline },
    ...files,
    // The texts are looked through: that there is a search is all that it says here.
    search: site.search,
    permalinks: [],
    copy: {
      of: site.buildId,
      posts: site.counts.posts,
      list: view,
      ...(elsewhere === undefined ? {} : { elsewhere }),
    },
  }
  const bytes = new TextEncoder().encode(JSON.stringify(rest))
  return { schemaVersion, buildId: toFileHash(await toSha256(bytes)), ...rest }
}
