import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { postAttacks, toBody } from './attack-archive.ts'
import type { Attack } from './attack.ts'
import {
  isSound,
  mapPages,
  readPosts,
  readSite,
  replaceNewest,
  replacePosts,
  stripPolicy,
  stripScripts,
  type SiteFiles,
  type SitePost,
} from './site-files.ts'

/** Origin the sites are served from. */
export const origin = 'https://archive.test'

/** The archive of all attacks, built four ways. */
export interface AttackSites {
  /** The product as served: cleaned by the builder, sanitized by the reader, under the policy. */
  product: SiteFiles
  /** The product with bodies and rows that bypassed the builder. */
  raw: SiteFiles
  /** The raw site, without the posts that no parser takes: those are as the builder wrote them. */
  readable: SiteFiles
  /** The builder's pages without policy and scripts: the builder's cleaning is the only defence. */
  pagesAlone: SiteFiles
  /** The raw site without the policy: the sanitizer is the only defence. */
  sanitizerAlone: SiteFiles
  /** The raw site with a reader that sanitizes nothing: the policy is the only defence. */
  policyAlone: SiteFiles
  /** The same without the policy: no defence at all. */
  neither: SiteFiles
  /** Paths of the articles, in the order of the attacks. */
  paths: string[]
}

/** Builds the sites below a folder, which is emptied first. */
export async function buildAttackSites(folder: string): Promise<AttackSites> {
  await build(folder, ['product', 'unsafe'])
  const product = await readSite(join(folder, 'product'))
  const unsafe = await readSite(join(folder, 'unsafe'))
  const { rawPosts, ...readable } = await toReadableSite(product)
  const raw = await replacePosts(product, rawPosts)
  const policyAlone = await replacePosts(unsafe, rawPosts)
  return {
    product,
    raw,
    ...readable,
    pagesAlone: mapPages(product, toPageAlone),
    sanitizerAlone: mapPages(raw, stripPolicy),
    policyAlone,
    neither: mapPages(policyAlone, stripPolicy),
  }
}

/** Builds what a lifeboat of all attacks is made of, below a folder, which is emptied first. */
export async function buildReadableSite(
  folder: string,
): Promise<Pick<AttackSites, 'readable' | 'paths'>> {
  await build(folder, ['product'])
  return toReadableSite(await readSite(join(folder, 'product')))
}

async function build(folder: string, names: readonly string[]): Promise<void> {
  // The builder runs under tsx, as always: the test runner would load its modules differently.
  const script = fileURLToPath(new URL('build-sites.ts', import.meta.url))
  await promisify(execFile)('tsx', [script, folder, origin, ...names], {
    env: { ...process.env, NODE_ENV: 'production' },
  })
}

async function toReadableSite(
  product: SiteFiles,
): Promise<Pick<AttackSites, 'readable' | 'paths'> & { rawPosts: SitePost[] }> {
  const built = readPosts(product)
  const rawPosts = built.map((post, at) => toRawPost(post, at))
  const sound = rawPosts.map((post, at) => (isSound(post.body) ? post : (built[at] ?? post)))
  return {
    rawPosts,
    readable: await replaceNewest(await replacePosts(product, sound)),
    paths: rawPosts.map(({ row }) => `/posts/${row.id}`),
  }
}

// Adds the reader's bar above the article, where the scripts would put it, to check that nothing covers it.
function toPageAlone(html: string): string {
  const bare = stripScripts(stripPolicy(html))
  return bare.replace('<div id="root">', '<header>Saltmere</header><div id="root">')
}

function toRawPost({ row, body }: SitePost, at: number): SitePost {
  const attack = postAttacks[at]
  if (attack === undefined) return { row, body }
  return {
    row: { ...row, ...toRawRow(attack) },
    body: {
      ...body,
      ...(attack.field === 'title' ? { title: attack.text } : {}),
      ...(attack.field === 'sourceUrl' ? { sourceUrl: attack.text } : {}),
      ...(attack.field === 'extra' ? { extra: { cargo: JSON.parse(attack.text) as unknown } } : {}),
      parts: [toBody(attack, at)],
    },
  }
}

function toRawRow({ field, text }: Attack): Partial<SitePost['row']> {
  if (field === 'title') return { title: text }
  if (field === 'author') return { author: text }
  if (field === 'tag') return { tags: [text] }
  return field === 'category' ? { categories: [text] } : {}
}
