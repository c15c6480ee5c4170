import { isMarkdownName } from '#core/post/markup-name.ts'
import { hasPictureName } from './picture-files.ts'
import { isHtmlName, nameUnreadMarkup, postFolders } from './post-name.ts'
import { toWalkedPath, type WalkedPath } from './walk-folder.ts'

/**
 * What a root is: `_posts` or `archived` itself, one archive, or a folder that may hold several archives without settings
 * side by side, each of which is judged alone.
 */
export type RootKind = 'postFolder' | 'archive' | 'several'

/** Files of a root, split into posts and skipped files that are worth reporting. */
export interface ChosenPosts {
  posts: WalkedPath[]
  skipped: { path: string; reason: string }[]
}

/** The whole name, perhaps with a language: `security-of-small-boats.md` is a post. */
const noPostName =
  /^(?:readme|license|licence|changelog|contributing|code_of_conduct|security|404)(?:\.[a-z]{2}(?:[-_][a-z]{2,4})?)?\.[a-z]+$/i
/** Among the contents of a site only names as repositories write them: a post may be called `changelog.md`. */
const noContentName = /^(?:readme|[A-Z_\d]{4,})\./

/**
 * Decides which files of a root are posts. Below `_posts` and `archived`, every Markdown and HTML file is one. Elsewhere
 * it depends on the root. If it has no such folder, every Markdown file is a post except those that belong to a
 * repository (README, LICENSE ...; below `content` only in capitals). If it has one, only Markdown files named like posts (`2020-03-09-x.md`) are. Any
 * other file that could be meant as a post is reported with the reason.
 */
export function choosePosts(paths: readonly WalkedPath[], kind: RootKind): ChosenPosts {
  const chosen: ChosenPosts = { posts: [], skipped: [] }
  const isPostFolder = kind === 'postFolder'
  const isPostPlace = makePlaceTest()
  const toPart = (folder: string) => (kind === 'several' ? folder.split('/', 1)[0] : '')
  const withPostFolders = new Set(
    paths.flatMap(({ folder }) => (isPostPlace(folder) ? [toPart(folder)] : [])),
  )
  for (const path of paths) {
    // Drafts are read as well: only what they say of themselves can tell what is left out.
    const isDraft = path.folder.split('/').includes('_drafts')
    const isBelow = isPostFolder || isDraft || isPostPlace(path.folder)
    const reason =
      path.skipped ??
      (isBelow
        ? explainNoPost(path.name)
        : explainNoLoosePost(path, withPostFolders.has(toPart(path.folder))))
    if (reason === undefined) chosen.posts.push(path)
    else if (reason !== '') chosen.skipped.push({ path: toWalkedPath(path), reason })
  }
  return chosen
}

/**
 * Returns a predicate that tells whether a folder is or lies below a post folder. It is memoized: one folder may hold ten
 * thousand posts.
 */
function makePlaceTest(): (folder: string) => boolean {
  const known = new Map<string, boolean>()
  return (folder) => {
    const place = known.get(folder) ?? folder.split('/').some((name) => postFolders.has(name))
    known.set(folder, place)
    return place
  }
}

/**
 * Returns why a file in a post folder is not a post; `undefined` if it is one, an empty string for a picture, which posts
 * keep beside them.
 */
function explainNoPost(name: string): string | undefined {
  if (isMarkdownName(name) || isHtmlName(name)) return undefined
  if (hasPictureName(name)) return ''
  return explainMarkup(name) ?? 'its name does not end in .md, .markdown or .html'
}

function explainMarkup(name: string): string | undefined {
  const markup = nameUnreadMarkup(name)
  return markup && `it is written in ${markup}, which is not read`
}

/**
 * Returns why a file outside of post folders is not a post; `undefined` if it is one, an empty string if nobody would
 * take it for one.
 */
function explainNoLoosePost(path: WalkedPath, hasPostFolders: boolean): string | undefined {
  const { name } = path
  const isMarkdown = isMarkdownName(name)
  if (!isMarkdown && !isHtmlName(name)) return explainMarkup(name) ?? ''
  const hidden = toWalkedPath(path)
    .split('/')
    .find((part) => part.startsWith('_'))
  if (hidden !== undefined) return `"${hidden}" begins with an underscore`
  if (!isMarkdown) return 'HTML files are posts only below _posts or archived'
  if (hasPostFolders) {
    return /^\d{4}-\d{2}-\d{2}-/.test(name) ? undefined : 'it is not below _posts or archived'
  }
  // With a folder of its own it is the post of that name.
  const isFront = path.folder === '' && /^index\./i.test(name)
  const isContent = path.folder.split('/').includes('content')
  return isFront || (noPostName.test(name) && (!isContent || noContentName.test(name)))
    ? 'its name is that of a page about the folder'
    : undefined
}
