import type { Post } from '#core/post/post.ts'
import type { PostFile } from '../discover/post-file.ts'
import { toBodyForm, toDescriptionForm } from '../body/body-form.ts'
import type { SiteHabits } from '../config/site-habits.ts'
import type { Fields } from '../front-matter/field-value.ts'
import type { PostNote } from '../problem/post-note.ts'
import { renderTemplate } from '../template/render-template.ts'
import { isOwnAddress } from '#core/address/own-address.ts'
import { toOwnPath } from '../address/own-path.ts'
import { encodePath, toLooseAddresses, type SiteAddresses } from '../address/site-addresses.ts'
import type { RenderedTemplate } from '../template/template-context.ts'

/** What is known of a post before its body is read. */
export interface BodySource {
  /** Without its head. */
  body: string
  fields: Fields
  file: Pick<PostFile, 'collection' | 'file' | 'fileName' | 'site'>
  facts: Pick<
    Post,
    | 'kind'
    | 'sourceUrl'
    | 'title'
    | 'tags'
    | 'categories'
    | 'addressFields'
    | 'publishedAt'
    | 'publishedOn'
  >
}

/** The body of a post, its format, and what is to be said about it. */
export interface ReadBody {
  fields: Pick<
    Post,
    'body' | 'bodyForm' | 'markdownHabits' | 'siteUrl' | 'pageUrl' | 'linkUrl' | 'namedPosts'
  >
  notes: PostNote[]
}

/** Reads a body: runs or replaces the templates in it, then tells its format. */
export function readBody({ body: written, fields, file, facts }: BodySource): ReadBody {
  const { sourceUrl, kind } = facts
  const isMirrored = sourceUrl !== undefined
  const addresses = file.site?.addresses ?? toLooseAddresses(file.collection, file.file)
  const rendered = renderTemplate(written, {
    site: file.site,
    addresses,
    fileName: file.fileName,
    path: file.file.slice(file.collection.length + 1),
    page: new Map([...fields].map(([key, { value }]) => [key, value])),
    isMirrored,
  })
  const { body, named } = rendered
  const path = isMirrored ? undefined : findOwnPath(file, { facts, addresses })
  const linkUrl = isMirrored ? undefined : toPostUrl(addresses, path)
  const isKnown = linkUrl !== undefined && !isOwnAddress(linkUrl)
  return {
    fields: {
      body,
      bodyForm: (kind === 'video' ? toDescriptionForm : toBodyForm)(body, file.fileName),
      ...toMarkdownHabits(file.site?.habits),
      ...(linkUrl === undefined ? {} : { linkUrl }),
      ...(isKnown ? { siteUrl: linkUrl } : {}),
      ...(isKnown && path !== undefined ? { pageUrl: linkUrl } : {}),
      ...(named.length === 0 ? {} : { namedPosts: [...named] }),
    },
    notes: listNotes(rendered),
  }
}

function toMarkdownHabits(habits: SiteHabits = {}): Pick<Post, 'markdownHabits'> {
  const { hardBreaks, emoji } = habits
  if (hardBreaks === undefined && emoji === undefined) return {}
  return {
    markdownHabits: {
      ...(hardBreaks === undefined ? {} : { hardBreaks }),
      ...(emoji === undefined ? {} : { emoji }),
    },
  }
}

/** The address of a post on its site, to which its relative addresses are relative; that of the site if it has none. */
function toPostUrl({ root }: SiteAddresses, path: string | undefined): string {
  return `${root}${path === undefined ? '/' : encodePath(path)}`
}

function findOwnPath(
  { file, fileName }: BodySource['file'],
  { facts, addresses }: { facts: BodySource['facts']; addresses: SiteAddresses },
): string | undefined {
  const { publishedAt, publishedOn, tags, categories, title, addressFields } = facts
  return toOwnPath(
    {
      file,
      fileName,
      title,
      addressFields,
      publishedMs: publishedAt === undefined ? undefined : Date.parse(publishedAt),
      row: { publishedOn, tags, categories },
    },
    addresses,
  )
}

const mostNamed = 12

function listNotes({ unknown, fault }: RenderedTemplate): PostNote[] {
  const notes: PostNote[] = []
  const names = [...unknown].map(([name, count]) => `${name} (${count})`)
  if (names.length > 0) {
    const more = names.length > mostNamed ? ` and ${names.length - mostNamed} more` : ''
    notes.push({
      field: 'body',
      reason: `It has tags that are not run; only the text inside is kept: ${names.slice(0, mostNamed).join(', ')}${more}.`,
      hint: 'Nothing to do, unless something is missing in the article: write it into the file.',
    })
  }
  if (fault !== undefined) {
    notes.push({
      field: 'body',
      reason: `Its Liquid cannot be run: ${fault}.`,
      hint: 'Correct the tags; until then they are left out and the text between them is kept.',
    })
  }
  return notes
}
