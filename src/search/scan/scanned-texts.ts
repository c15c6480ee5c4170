import { toBodyText } from '#core/text/body-text.ts'
import { foldWithSpelling } from '../fold/fold-text.ts'
import { planSegments, type RowRange, type SegmentSizes } from '../segment/plan-segments.ts'
import { ClusterTerms } from './cluster-terms.ts'
import { dropEmoji } from './drop-emoji.ts'
import { listClusters } from './list-clusters.ts'
import { ScannedPost } from './scanned-post.ts'

/** What a post says. */
export interface PostText {
  title: string | undefined
  /** Cleaned HTML, as `ArticleBody.parts`. */
  parts: readonly string[]
}

/** The texts of an archive, folded once, to be searched without an index. */
export class ScannedTexts {
  /** Number of posts in the archive, one per ordinal. */
  readonly rows: number
  readonly clusters = new ClusterTerms()
  /** Posts whose terms are counted together, as those of an index are. */
  readonly segments: readonly RowRange[]
  readonly #posts: (ScannedPost | undefined)[]

  constructor(rows: number, sizes?: SegmentSizes) {
    this.rows = rows
    this.segments = planSegments(rows, sizes)
    this.#posts = Array.from<ScannedPost | undefined>({ length: rows })
  }

  /** Folds the text of a post, in any order of the ordinals. A post without text is searched as an empty one. */
  add(ordinal: number, { title, parts }: PostText): void {
    if (!(ordinal >= 0 && ordinal < this.rows))
      throw new RangeError(`no post ${ordinal}: the archive has ${this.rows}`)
    this.#posts[ordinal] = new ScannedPost({
      title: dropEmoji(foldWithSpelling(title ?? ''), true),
      body: dropEmoji(foldWithSpelling(toBodyText(parts)), false),
      listClusters: (text) => listClusters(text, this.clusters),
    })
  }

  /** Some posts, as they are now. */
  list({ first, rows }: RowRange): (ScannedPost | undefined)[] {
    return this.#posts.slice(first, first + rows)
  }
}
