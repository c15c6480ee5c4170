import {
  pictureFaults,
  privateKinds,
  type BuildReport,
  type PictureFault,
  type PrivateKind,
} from '#contract/build-report.ts'
import type { PostProblem } from '#core/post/post.ts'
import type { OrderedPost } from '../order/order-posts.ts'
import type { CachedPost } from '../post/cached-post.ts'
import type { FolderFile } from '../post/settled-pictures.ts'
import type { PictureHost } from '../post/picture-hosts.ts'

/** What of the posts' pictures lies in the folders, for the report; empty when no post asks for any. */
export function countFolderPictures(
  posts: readonly OrderedPost[],
): Pick<BuildReport, 'folderPictures'> {
  const sizes = new Map<string, number>()
  const faults = new Map<PictureFault, { pictures: number; posts: number }>()
  let pictures = 0
  for (const { cached } of posts) {
    const seen = new Set<PictureFault>()
    for (const answer of cached.settled?.answers ?? []) {
      if (typeof answer === 'object') {
        pictures++
        sizes.set(answer.file, answer.bytes)
      } else if (answer !== undefined) {
        const entry = faults.get(answer) ?? { pictures: 0, posts: 0 }
        entry.pictures++
        if (!seen.has(answer)) entry.posts++
        seen.add(answer)
        faults.set(answer, entry)
      }
    }
  }
  if (pictures === 0 && faults.size === 0) return {}
  const bytes = [...sizes.values()].reduce((sum, size) => sum + size, 0)
  const refused = pictureFaults.flatMap((fault) => {
    const entry = faults.get(fault)
    return entry === undefined ? [] : [{ fault, ...entry }]
  })
  return { folderPictures: { pictures, files: sizes.size, bytes, refused } }
}

/** Data left out of files by kind, for the report: of the posts' pictures in the folders, and of those that are kept. */
export function countPictureData(
  posts: readonly OrderedPost[],
  kept: Iterable<Pick<FolderFile, 'file' | 'removed'>>,
): Pick<BuildReport, 'pictureData'> {
  const answers = posts.flatMap(({ cached }) => cached.settled?.answers ?? [])
  const own = answers.filter((answer) => typeof answer === 'object')
  const files = new Map<string, readonly PrivateKind[]>()
  for (const { file, removed = [] } of [...own, ...kept]) {
    // Files that differ in nothing else become one.
    files.set(file, [...(files.get(file) ?? []), ...removed])
  }
  const pictureData = privateKinds.flatMap((kind) => {
    const among = [...files.values()].filter((kinds) => kinds.includes(kind)).length
    return among === 0 ? [] : [{ kind, files: among }]
  })
  return pictureData.length === 0 ? {} : { pictureData }
}

/** How many pictures of its article a post has lost, because the folders do not have them. */
export function countLost({ settled }: CachedPost): number {
  if (settled === undefined) return 0
  const own = settled.list()
  return settled.answers.filter(
    (answer, at) => typeof answer === 'string' && own[at]?.isWritten !== true,
  ).length
}

/** Hosts of a post's pictures, without those that the folders have. */
export function listHosts({ pictureHosts = [], settled }: CachedPost): PictureHost[] {
  if (settled === undefined || pictureHosts.length === 0) return pictureHosts
  const own = settled.list()
  const left = new Map(pictureHosts.map(({ host, pictures }) => [host, pictures]))
  for (const [at, answer] of settled.answers.entries()) {
    const { url, isWritten } = own[at] ?? {}
    if (typeof answer !== 'object' || url === undefined || isWritten === true) continue
    const { host } = new URL(url)
    left.set(host, Math.max(0, (left.get(host) ?? 0) - 1))
  }
  return [...left].flatMap(([host, pictures]) => (pictures === 0 ? [] : [{ host, pictures }]))
}

const reasons: Readonly<Record<PictureFault, [reason: string, hint: string]>> = {
  missing: [
    'Pictures are not in the given folders',
    'Give the folder of the whole site, or put the files where the post says; until then their words stand there.',
  ],
  outside: [
    'Pictures lie outside of the given folders, where nothing is read',
    'Copy them beside the post.',
  ],
  drawing: [
    'Pictures are SVG, which can contain scripts, and are not copied',
    'Save them as PNG or WebP beside the post.',
  ],
  notPicture: [
    'Pictures are not PNG, JPEG, GIF, WebP or AVIF',
    'Save them in one of these formats.',
  ],
  tooLarge: ['Pictures are larger than 20 MB', 'Make them smaller.'],
  tooManyPixels: ['Pictures have more than 64 million pixels', 'Make them smaller.'],
  unreadable: ['Pictures cannot be read', 'Check that they still exist and are readable.'],
}

const longestName = 120

/** One warning for each post and reason, with the first picture. */
export function listPictureProblems(posts: readonly OrderedPost[]): PostProblem[] {
  return posts.flatMap(({ cached: { settled, file } }) => {
    if (settled === undefined) return []
    const own = settled.list()
    const paths = new Map<PictureFault, string[]>()
    for (const [at, answer] of settled.answers.entries()) {
      if (typeof answer !== 'string') continue
      paths.set(answer, [...(paths.get(answer) ?? []), own[at]?.path ?? ''])
    }
    return [...paths].map(([fault, [first = '', ...more]]) => {
      const [reason, hint] = reasons[fault]
      const name = first.replaceAll('"', "'").slice(0, longestName)
      const sentence = `${reason} (${more.length + 1}): "${name}".`
      return { file, field: 'body', reason: sentence, hint, severity: 'warning' as const }
    })
  })
}
