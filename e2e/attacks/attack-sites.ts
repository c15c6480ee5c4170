import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { postAttacks, toBody } from './attack-archive.ts'
import type { Attack } from './attack.ts'
import {
  mapPages,
  readPosts,
  readSite,
  replacePosts,
  stripPolicy,
  stripScripts,
  type SiteFiles,
  type SitePost,
} from './site-files.ts'

/** Where the sites are seen. */
export const origin = 'https://archive.test'

/** The archive of all attacks, built four ways. */
export interface AttackSites {
  /** As the product is served: cleaned by the builder, sanitized by the reader, under the policy. */
  product: SiteFiles
  /** The product with bodies and rows the builder never saw. */
  raw: SiteFiles
  /** The builder's pages without policy and scripts: what the builder cleaned stands alone. */
  pagesAlone: SiteFiles
  /** The raw ones without the policy: the sanitizer stands alone. */
  sanitizerAlone: SiteFiles
  /** The raw ones with a reader that sanitizes nothing: the policy stands alone. */
  policyAlone: SiteFiles
  /** The same without the policy: nothing stands. */
  neither: SiteFiles
  /** Paths of the articles, in the order of the attacks. */
  paths: string[]
}

/** Builds them below a folder, which is emptied first. */
export async function buildAttackSites(folder: string): Promise<AttackSites> {
  // The builder is run by tsx, as always: the test runner reads its modules otherwise.
  const script = fileURLToPath(new URL('build-sites.ts', import.meta.url))
  await promisify(execFile)('tsx', [script, folder, origin], {
    env: { ...process.env, NODE_ENV: 'production' },
  })
  const product = await readSite(join(folder, 'product'))
  const unsafe = await readSite(join(folder, 'unsafe'))
  const rawPosts = readPosts(product).map((post, at) => toRawPost(post, at))
  const raw = replacePosts(product, rawPosts)
  const policyAlone = replacePosts(unsafe, rawPosts)
  return {
    product,
    raw,
    pagesAlone: mapPages(product, toPageAlone),
    sanitizerAlone: mapPages(raw, stripPolicy),
    policyAlone,
    neither: mapPages(policyAlone, stripPolicy),
    paths: rawPosts.map(({ row }) => `/posts/${row.id}`),
  }
}

// The reader's bar stands above the article, as it will when the scripts are there, to see that nothing covers it.
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
