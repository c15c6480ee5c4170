import type { QueryClient } from '@tanstack/react-query'
import { parseUrl } from '#core/address/parse-url.ts'
import { parsePassages } from '#core/passage/text-directive.ts'
import { parsePostId, type PostId } from '#core/post/post-id.ts'
import { openFilter } from '#core/selection/timeline-filter.ts'
import type { Article } from '#reader/data/archive/article-query.ts'
import { findPost } from '#reader/data/archive/find-posts.ts'
import { manifestQuery } from '#reader/data/archive/site-queries.ts'
import { rankedQuery } from '#reader/data/filter/filter-query.ts'
import { siteBase } from '#reader/links/paths.ts'
import { readCited, toCitedText } from './cited-post.ts'
import { findByAddress } from './find-by-address.ts'
import { judgeQuotation, listPhrases, type Judgement } from './judge-quotation.ts'

/** A post that a citation leads to. */
export interface CitedMatch {
  post: Article
  /** How what is quoted stands there; absent where nothing is. */
  quoted?: Judgement
  /** Whether a SHA-256 in the citation is that of its source file; absent where it names none, or the archive does not. */
  isHashSame?: boolean
}

/** What a citation in words is: posts at its addresses, or those that hold its words. */
export interface TextVerdict {
  input: 'link' | 'quotation'
  matches: CitedMatch[]
  /** Posts found in all; of many only some are shown. */
  total: number
  /** Set where the archive cannot look for words. */
  isUnsearchable?: true
}

/** Finds the post of an address of the Jekyll site that the archive was, by its path. */
export type FindOldPost = (client: QueryClient, path: string) => Promise<PostId | undefined>

interface CheckText {
  findOldPost: FindOldPost
  signal: AbortSignal
}

export const mostCharacters = 20_000
const mostAddresses = 8
const mostShown = 10
/** Longer phrases are cut by the search; the text is compared in full. */
const mostPhrase = 150

/**
 * Checks a link, a whole citation with addresses in it, or a quotation.
 * @throws DataError when a file could not be loaded; the signal's reason when it fires.
 */
export async function checkText(
  client: QueryClient,
  input: string,
  tools: CheckText,
): Promise<TextVerdict> {
  const text = input.slice(0, mostCharacters).trim()
  const addresses = listAddresses(text)
  return addresses.length > 0
    ? checkLinks(client, { text, addresses }, tools)
    : checkQuotation(client, text, tools)
}

/** Addresses in a text, without the signs of the sentence around them. */
export function listAddresses(text: string): string[] {
  const found = text.match(/(?:https?|file):\/\/[^\s<>"“”，。；、）》」]+/g) ?? []
  return [...new Set(found.map((address) => address.replace(/[.,;:!?)\]]+$/, '')))]
    .filter((address) => parseUrl(address) !== undefined)
    .slice(0, mostAddresses)
}

async function checkLinks(
  client: QueryClient,
  { text, addresses }: { text: string; addresses: string[] },
  { findOldPost, signal }: CheckText,
): Promise<TextVerdict> {
  const ordinals = new Map<number, string>()
  for (const address of addresses) {
    const id = await findOwnPost(client, address, findOldPost)
    const own = id === undefined ? undefined : await findPost(client, id, signal)
    if (own !== undefined) ordinals.set(own.ordinal, address)
  }
  for (const ordinal of await findByAddress(client, addresses, signal)) {
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
  return { input: 'link', matches, total: ordinals.size }
}

/** The post at an address of this site, of where it is published, or of the site it was. */
async function findOwnPost(
  client: QueryClient,
  address: string,
  findOldPost: FindOldPost,
): Promise<PostId | undefined> {
  const url = parseUrl(address)
  const { address: published } = await client.ensureQueryData(manifestQuery())
  const starts = [location.origin + siteBase, ...(published === undefined ? [] : [published])]
  const inFile = /^#\/posts\/([\w-]+)/.exec(url?.hash ?? '')?.[1]
  if (inFile !== undefined) return parsePostId(inFile)
  const start = starts.find((own) => address.startsWith(own))
  if (url === undefined || start === undefined) return undefined
  const path = `/${url.pathname.slice(new URL(start).pathname.length)}`
  const id = /^\/posts\/([\w-]+)/.exec(path)?.[1]
  return id === undefined ? findOldPost(client, path) : parsePostId(id)
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

async function checkQuotation(
  client: QueryClient,
  quotation: string,
  { signal }: CheckText,
): Promise<TextVerdict> {
  const { search, copy } = await client.ensureQueryData(manifestQuery())
  const verdict: TextVerdict = { input: 'quotation', matches: [], total: 0 }
  if (search === undefined && copy === undefined) return { ...verdict, isUnsearchable: true }
  const whole = await findPhrase(client, cutPhrase(quotation))
  const likely = whole.length > 0 ? whole : await findSome(client, quotation, signal)
  for (const ordinal of likely.slice(0, mostShown)) {
    signal.throwIfAborted()
    const post = await readCited(client, ordinal)
    if (post === undefined) continue
    const quoted = await judgeQuotation(quotation, toCitedText(post))
    if (quoted.kind !== 'none') verdict.matches.push({ post, quoted })
  }
  const order = ['same', 'alike', 'other', 'none']
  const rank = ({ quoted }: CitedMatch) => order.indexOf(quoted?.kind ?? 'none')
  verdict.matches.sort((a, b) => rank(a) - rank(b))
  // Of texts that only resemble it, the likeliest says enough.
  if (verdict.matches[0]?.quoted?.kind === 'other') verdict.matches.length = 1
  return { ...verdict, total: whole.length > 0 ? whole.length : verdict.matches.length }
}

/** Ordinals of the posts that hold a phrase, the best first; older versions too. */
async function findPhrase(client: QueryClient, phrase: string): Promise<number[]> {
  const query = `"${phrase.replace(/["“”„«»]/gu, ' ')}"`
  return [...(await client.fetchQuery(rankedQuery({ ...openFilter, versions: 'all', query })))]
}

/** Ordinals of the posts that hold most of some phrases of a quotation. */
async function findSome(
  client: QueryClient,
  quotation: string,
  signal: AbortSignal,
): Promise<number[]> {
  const counts = new Map<number, number>()
  for (const phrase of listPhrases(quotation)) {
    signal.throwIfAborted()
    for (const ordinal of await findPhrase(client, phrase)) {
      counts.set(ordinal, (counts.get(ordinal) ?? 0) + 1)
    }
  }
  return [...counts].sort((a, b) => b[1] - a[1] || b[0] - a[0]).map(([ordinal]) => ordinal)
}

function cutPhrase(quotation: string): string {
  const line = quotation.replace(/\s+/gu, ' ')
  if (line.length <= mostPhrase) return line
  const start = line.slice(0, mostPhrase)
  return start.includes(' ') ? start.slice(0, start.lastIndexOf(' ')) : start
}
