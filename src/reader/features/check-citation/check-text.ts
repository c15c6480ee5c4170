import type { QueryClient } from '@tanstack/react-query'
import { parsePassages } from '#core/passage/text-directive.ts'
import { parsePostId, type PostId } from '#core/post/post-id.ts'
import type { Article } from '#reader/data/archive/article-query.ts'
import { findPost } from '#reader/data/archive/find-posts.ts'
import { manifestQuery } from '#reader/data/archive/site-queries.ts'
import { siteBase } from '#reader/links/paths.ts'
import { checkQuotation, type QuotationVerdict } from './check-quotation.ts'
import { readCited, toCitedText, type CitedMatch } from './cited-post.ts'
import { findByAddress } from './find-by-address.ts'
import { judgeQuotation, type Judgement } from './judge-quotation.ts'
import { listAddresses } from './list-addresses.ts'
import { toOwnPlace } from './own-place.ts'

/** What the addresses of a citation lead to. */
export interface LinkVerdict {
  input: 'link'
  matches: CitedMatch[]
  /** Posts found in all; of many only some are shown. */
  total: number
  /** Addresses that were not looked up, of a text with very many. */
  left: number
}

/** Finds the post of an address of the Jekyll site that the archive was, by its path. */
export type FindOldPost = (client: QueryClient, path: string) => Promise<PostId | undefined>

interface CheckText {
  findOldPost: FindOldPost
  signal: AbortSignal
}

/** Of a longer text only so many characters are checked, and the page says so. */
export const mostCharacters = 20_000
const mostAddresses = 50
const mostShown = 10

/**
 * Checks a link, a whole citation with addresses in it, or a quotation.
 * @throws DataError when a file could not be loaded; the signal's reason when it fires.
 */
export async function checkText(
  client: QueryClient,
  input: string,
  tools: CheckText,
): Promise<LinkVerdict | QuotationVerdict> {
  const text = input.slice(0, mostCharacters).trim()
  const addresses = listAddresses(text)
  return addresses.length > 0
    ? checkLinks(client, { text, addresses }, tools)
    : checkQuotation(client, text, tools.signal)
}

async function checkLinks(
  client: QueryClient,
  { text, addresses }: { text: string; addresses: readonly string[] },
  { findOldPost, signal }: CheckText,
): Promise<LinkVerdict> {
  const asked = addresses.slice(0, mostAddresses)
  const ordinals = new Map<number, string>()
  for (const address of asked) {
    const id = await findOwnPost(client, address, findOldPost)
    const own = id === undefined ? undefined : await findPost(client, id, signal)
    if (own !== undefined) ordinals.set(own.ordinal, address)
  }
  for (const ordinal of await findByAddress(client, asked, signal)) {
    if (!ordinals.has(ordinal)) ordinals.set(ordinal, '')
  }
  const sha256 = /\b[\da-f]{64}\b/i.exec(text)?.[0].toLowerCase()
  const matches: CitedMatch[] = []
  for (const [ordinal, address] of [...ordinals].slice(0, mostShown)) {
    signal.throwIfAborted()
    const post = await readCited(client, ordinal)
    if (post === undefined) continue
    const quoted = await judgePassage(address, post)
    const known = post.body.source?.sha256
    const isHashSame = sha256 === undefined || known === undefined ? undefined : sha256 === known
    matches.push({
      post,
      ...(quoted === undefined ? {} : { quoted }),
      ...(isHashSame === undefined ? {} : { isHashSame }),
    })
  }
  return { input: 'link', matches, total: ordinals.size, left: addresses.length - asked.length }
}

/** The post at an address of this site, of where it is published, of a copy, or of the site it was. */
async function findOwnPost(
  client: QueryClient,
  address: string,
  findOldPost: FindOldPost,
): Promise<PostId | undefined> {
  const { address: published } = await client.ensureQueryData(manifestQuery())
  const starts = [location.origin + siteBase, ...(published === undefined ? [] : [published])]
  const place = toOwnPlace(address, starts)
  if (place === undefined) return undefined
  return 'id' in place ? parsePostId(place.id) : findOldPost(client, place.path)
}

/** How the passage that a link names stands in its article; `undefined` where it names none. */
async function judgePassage(address: string, post: Article): Promise<Judgement | undefined> {
  const [passage] = parsePassages(address)?.directives ?? []
  if (passage === undefined) return undefined
  const text = toCitedText(post)
  const quoted = [passage.start, ...(passage.end === undefined ? [] : [passage.end])]
  const judged = await Promise.all(quoted.map((words) => judgeQuotation(words, text)))
  return judged.find(({ kind }) => kind !== 'same') ?? judged[0]
}
