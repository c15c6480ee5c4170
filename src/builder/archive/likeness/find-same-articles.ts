import { foldText } from '#search/fold/fold-text.ts'
import { findSameUrls } from '../order/find-namesakes.ts'
import type { CachedPost } from '../post/cached-post.ts'
import { toContainedPart, toTriples, type TextTriples } from './compare-texts.ts'
import type { TextReader } from './find-same-texts.ts'
import { hasSameNumbers, toSimilarity, toTitleFacts, type TitleFacts } from './may-be-versions.ts'

/** Posts that share an address, in groups of versions. */
export interface SameArticles {
  /** Groups of two or more. */
  groups: CachedPost[][]
  /** Posts that share their address with others, but neither title nor text. */
  apart: number
}

/** More posts than this under one address are not compared by their texts: it is the address of a service. */
const mostRead = 64
/** Most articles of one address that a post is compared with. */
const mostLeaders = 8

/** Texts of fewer triples than this say too little to keep posts of one title apart: a notice, a stub. */
const leastTelling = 60
/** Texts with a smaller part in common have nothing in common. */
const unlikeShare = 0.05
/** With a part as large as this in common, the smaller text is an earlier or later state of the larger. */
const likeShare = 0.5
/** With titles as similar as this, half of that is enough. */
const likeTitle = 0.7
/** Without texts, titles have to be as similar as this. */
const nearTitle = 0.9

/**
 * Finds posts that are one article by their address. The address alone proves nothing: services, front pages and careless
 * feeds give one to many articles. So title or text must be alike too; when in doubt, they stay apart. The address of a
 * video is the video, whatever its title says now.
 */
export async function findSameArticles(
  posts: readonly CachedPost[],
  readText: TextReader,
): Promise<SameArticles> {
  const found: SameArticles = { groups: [], apart: 0 }
  for (const sharing of findSameUrls(posts)) {
    const parts = sharing[0]?.row.kind === 'video' ? [sharing] : await partAlike(sharing, readText)
    found.groups.push(...parts.filter(({ length }) => length > 1))
    if (parts.length > 1) found.apart += parts.length
  }
  return found
}

/** An article among posts of one address: the first of its posts stands for it. */
interface Article {
  posts: CachedPost[]
  facts: TitleFacts
  text: () => Promise<TextTriples>
}

async function partAlike(sharing: CachedPost[], readText: TextReader): Promise<CachedPost[][]> {
  const articles: Article[] = []
  const isRead = sharing.length <= mostRead
  for (const post of sharing) {
    const article = makeArticle(post, readText)
    let home: Article | undefined
    for (const leader of articles.slice(0, mostLeaders)) {
      if (!(await areAlike(leader, article, isRead))) continue
      home = leader
      break
    }
    if (home === undefined) articles.push(article)
    else home.posts.push(post)
  }
  return articles.map(({ posts }) => posts)
}

function makeArticle(post: CachedPost, readText: TextReader): Article {
  let read: Promise<TextTriples> | undefined
  const text = () => (read ??= readText(post).then(toTriples))
  return { posts: [post], facts: toTitleFacts(post), text }
}

async function areAlike(a: Article, b: Article, isRead: boolean): Promise<boolean> {
  const [one, other] = [a.posts[0], b.posts[0]]
  if (one === undefined || other === undefined) return false
  const isSameTitle = toPlainTitle(one) === toPlainTitle(other)
  if (!isRead) return isSameTitle && one.fingerprint?.exact === other.fingerprint?.exact
  if (!isSameTitle && !hasSameNumbers(a.facts, b.facts)) return false
  const [text, otherText] = [await a.text(), await b.text()]
  const least = Math.min(text.size, otherText.size)
  const share = toContainedPart(text, otherText)
  if (isSameTitle) return least < leastTelling || share >= unlikeShare
  const similarity = toSimilarity(a.facts, b.facts)
  if (least === 0) return similarity >= nearTitle
  return share >= (similarity >= likeTitle ? likeShare / 2 : likeShare)
}

/** Without signs and spaces, which sources change. */
function toPlainTitle({ title = '' }: CachedPost): string {
  return foldText(title).replaceAll(/[^\p{L}\p{N}]+/gu, '')
}
