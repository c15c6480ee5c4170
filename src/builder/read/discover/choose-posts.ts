import { toWalkedPath, type WalkedPath } from './walk-folder.ts'

/** Paths of a root, parted into posts and what is passed over and should be named. */
export interface ChosenPosts {
  posts: WalkedPath[]
  skipped: { path: string; reason: string }[]
}

const postFolders = new Set(['_posts', 'archived'])
const postName = /\.(?:md|markdown|html?)$/i
const markdownName = /\.(?:md|markdown)$/i
const noPostName =
  /^(?:readme|license|licence|changelog|contributing|code_of_conduct|security|index|404)\b/i

/**
 * Decides which files of a root are posts. Below `_posts` and `archived`: all of *.md, *.markdown, *.html. Elsewhere:
 * in a root without such folders every Markdown file but those that go with a repository; in a root with them only
 * Markdown files named like posts (`2020-03-09-x.md`). Whatever else could be meant as a post is named with the reason.
 * @param isPostFolder whether the root itself is `_posts` or `archived`.
 */
export function choosePosts(paths: readonly WalkedPath[], isPostFolder: boolean): ChosenPosts {
  const chosen: ChosenPosts = { posts: [], skipped: [] }
  const isPostPlace = makePlaceTest()
  const hasPostFolders = paths.some(({ folder }) => isPostPlace(folder))
  for (const path of paths) {
    const isBelow = isPostFolder || isPostPlace(path.folder)
    const reason =
      path.skipped ??
      (isBelow ? explainNoPost(path.name) : explainNoLoosePost(path, hasPostFolders))
    if (reason === undefined) chosen.posts.push(path)
    else if (reason !== '') chosen.skipped.push({ path: toWalkedPath(path), reason })
  }
  return chosen
}

/** Tells whether a folder lies in one for posts, and looks at each only once: it may hold ten thousand of them. */
function makePlaceTest(): (folder: string) => boolean {
  const known = new Map<string, boolean>()
  return (folder) => {
    const place = known.get(folder) ?? folder.split('/').some((name) => postFolders.has(name))
    known.set(folder, place)
    return place
  }
}

/** `undefined` for a post in a folder for posts. */
function explainNoPost(name: string): string | undefined {
  return postName.test(name) ? undefined : 'its name does not end in .md, .markdown or .html'
}

/** `undefined` for a post elsewhere, an empty text for a file that nobody would take for one. */
function explainNoLoosePost(path: WalkedPath, hasPostFolders: boolean): string | undefined {
  const { name } = path
  if (!postName.test(name)) return ''
  const hidden = toWalkedPath(path)
    .split('/')
    .find((part) => part.startsWith('_'))
  if (hidden !== undefined) return `"${hidden}" begins with an underscore`
  if (!markdownName.test(name)) return 'HTML files are posts only below _posts or archived'
  if (hasPostFolders) {
    return /^\d{4}-\d{2}-\d{2}-/.test(name) ? undefined : 'it is not below _posts or archived'
  }
  return noPostName.test(name) ? 'its name is that of a page about the folder' : undefined
}
