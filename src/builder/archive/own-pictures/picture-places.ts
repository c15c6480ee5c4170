import type { OwnPicture } from '#builder/read/clean/rules/own-picture.ts'

/** What a post's folder and site say about where its pictures may lie. Paths are below the root, NFC, with `/`. */
export interface PicturePlace {
  /** The post's file. */
  post: string
  /** Path prefix of the site, such as `/news`; absent when it has none. */
  baseurl?: string | undefined
  /** Folders that look like those of a site; with the root itself, which is empty. */
  sites: ReadonlySet<string>
}

/** Folders whose content generators put at the root of a site: none, those of Hugo, Hexo and others. */
const publicFolders = ['', 'static', 'source', 'content', 'assets', 'public', 'src']

/** Leads out of the root. */
export const outside = Symbol('outside')

/**
 * Lists the paths at which a picture may lie, the most likely first; `outside` when the post names a place out of the
 * root, which is not looked at.
 */
export function listPicturePlaces(
  { path, reach }: Pick<OwnPicture, 'path' | 'reach'>,
  { post, baseurl, sites }: PicturePlace,
): (string | typeof outside)[] {
  const folder = post.slice(0, Math.max(0, post.lastIndexOf('/')))
  const homes = listSites(folder, sites)
  const assets = listAssetFolders(post)
  if (path.startsWith('/')) {
    return [...listRooted(path, baseurl, homes), ...listByAddress(path, [folder, ...assets])]
  }
  const places = [folder, ...assets].map((at) => joinPath(at, path))
  if (reach === 'near') return places
  const rooted = [toPageAddress(post, path), `/${path.replace(/^(?:\.\.\/)+/, '')}`]
  return [...places, ...rooted.flatMap((one) => listRooted(one, baseurl, homes))]
}

/** Folders above a post that look like those of a site, the nearest first, then the root. */
function listSites(folder: string, sites: ReadonlySet<string>): string[] {
  const homes: string[] = []
  for (let at = folder; at !== ''; at = at.slice(0, Math.max(0, at.lastIndexOf('/')))) {
    if (sites.has(at)) homes.push(at)
  }
  return [...homes, '']
}

/** Below every folder that a site publishes; without the site's own prefix first. */
function listRooted(
  path: string,
  baseurl: string | undefined,
  homes: readonly string[],
): (string | typeof outside)[] {
  const prefix = baseurl?.replace(/^\/*|\/*$/g, '') ?? ''
  const isBelow = prefix !== '' && path.startsWith(`/${prefix}/`)
  const paths = isBelow ? [path.slice(prefix.length + 1), path] : [path]
  return paths.flatMap((one) =>
    homes.flatMap((home) =>
      publicFolders.map((folder) => joinPath(home === '' ? folder : `${home}/${folder}`, one)),
    ),
  )
}

/** Hexo's folder of a post's files, `<name>/` beside `<name>.md`; also without the day in the name. */
function listAssetFolders(post: string): string[] {
  const stem = post.replace(/\.[^./]*$/, '')
  const plain = stem.replace(/(^|\/)\d{4}-\d{2}-\d{2}-(?=[^/]+$)/, '$1')
  return plain === stem ? [stem] : [stem, plain]
}

/** Files of a post, whose addresses are below that of the post: `/2020/03/09/fog-horn/horn.png`. */
function listByAddress(path: string, folders: readonly string[]): (string | typeof outside)[] {
  const [name = '', parent = ''] = path.split('/').toReversed()
  return folders
    .filter((folder) => parent !== '' && folder.endsWith(`/${parent}`))
    .map((folder) => joinPath(folder, name))
}

/** What a relative address means on the page that Hugo makes of a post: `content/post/a.md` is `/post/a/`. */
function toPageAddress(post: string, path: string): string {
  const page = post.replace(/^(?:.*\/)?content\//, '').replace(/(?:\/index)?\.[^./]*$/, '')
  return `/${page}/${path}`
}

function joinPath(folder: string, path: string): string | typeof outside {
  const steps: string[] = []
  for (const step of `${folder}/${path}`.split('/')) {
    if (step === '' || step === '.') continue
    if (step !== '..') steps.push(step)
    else if (steps.pop() === undefined) return outside
  }
  return steps.join('/')
}
