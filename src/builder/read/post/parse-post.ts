import type { Post, PostKind, PostProblem } from '#core/post/post.ts'
import { parseSlug, type Slug } from '#core/post/slug.ts'
import { repairSourceUrl } from '#core/address/source-url.ts'
import { parseVideoUrl } from '#core/address/video-url.ts'
import { extendsTitle, splitBodyHead, type BodyHead } from '../body/body-head.ts'
import { findFirstHeading } from '../body/first-heading.ts'
import { withDefaults } from '../config/post-defaults.ts'
import { toAddressFields } from '../front-matter/address-fields.ts'
import { toAuthors } from '../front-matter/authors.ts'
import { toDeclared, toImage, toSummary } from '../front-matter/described-fields.ts'
import type { FieldValue } from '../front-matter/field-value.ts'
import { KnownFields, toName } from '../front-matter/known-fields.ts'
import {
  parseSourceUrl,
  toFurtherLabels,
  toLabel,
  toLabels,
  toSiteName,
} from '../front-matter/labels.ts'
import { parseFrontMatter } from '../front-matter/parse-front-matter.ts'
import { findWithheld, type WithheldKind } from '../front-matter/publication-state.ts'
import { splitFrontMatter } from '../front-matter/split-front-matter.ts'
import type { PostFile } from '../discover/post-file.ts'
import type { PostNote } from '../problem/post-note.ts'
import { dropInlineTags } from '../text/inline-tags.ts'
import { toPublished } from './published.ts'
import { readBody } from './read-body.ts'
import { decodeText } from '../text/decode-text.ts'

/** A post with its warnings, or no post and the one error that explains why. */
export interface ParsedPost {
  post?: Post
  /** Why the post is left out, if its writer kept it from readers; then there is neither post nor problem. */
  withheld?: WithheldKind
  problems: PostProblem[]
}

/** What `parsePost` needs to know about a file besides its bytes. */
export type PostFileName = Pick<
  PostFile,
  | 'collection'
  | 'file'
  | 'fileName'
  | 'timeZone'
  | 'site'
  | 'language'
  | 'defaults'
  | 'takesWithheld'
>

/** Parses the bytes of a post file. Pure, and linear in the number of bytes. Never throws: problems are returned. */
export function parsePost(bytes: Uint8Array, file: PostFileName): ParsedPost {
  const decoded = decodeText(bytes)
  const split = splitFrontMatter(decoded.text)
  if (split.error) return toFailure(file, split.error)
  const { text, line, form, body } = split.value
  const frontMatter = parseFrontMatter(text, line, form)
  if (frontMatter.error) return toFailure(file, frontMatter.error)
  const fields = new KnownFields(withDefaults(frontMatter.value.fields, file))
  const withheld = file.takesWithheld === true ? undefined : findWithheld(fields, file.file)
  if (withheld !== undefined) return { withheld, problems: [] }
  const { post, notes } = toPost(fields, body, file)
  const problems: PostProblem[] = []
  for (const note of [...decoded.warnings, ...frontMatter.value.warnings, ...notes]) {
    problems.push({ file: file.file, severity: 'warning', ...note })
  }
  return { post, problems }
}

function toFailure(file: PostFileName, note: PostNote): ParsedPost {
  return { problems: [{ file: file.file, severity: 'error', ...note }] }
}

const ownNames = new Set(['title', 'date', 'author', 'from', 'tags', 'categories'])

function toPost(
  fields: KnownFields,
  body: string,
  file: PostFileName,
): { post: Post; notes: PostNote[] } {
  const notes: PostNote[] = []
  const written = readTitle(fields)
  const from = readSourceUrl(fields, notes)
  const head = splitBodyHead(body, {
    ...(written === undefined ? {} : { title: written }),
    ...(from === undefined ? {} : { sourceUrl: from }),
  })
  const writtenUrl = from ?? readHeadUrl(fields, head, notes)
  const sourceUrl = writtenUrl === undefined ? undefined : repairSourceUrl(writtenUrl)
  const title = pickTitle({ written, head, file }, notes)
  const date = fields.find('date', isDate)
  const { published, dateText, timeFlags, warnings } = toPublished({
    date: date?.field,
    dateKey: date?.key,
    changed: fields.find('changed', isDate),
    epochText: head.epochText,
    fileName: file.fileName,
    file: file.file,
    timeZone: file.timeZone,
  })
  notes.push(...warnings)
  const [author = sourceUrl === undefined ? file.site?.habits?.author : undefined, ...coauthors] =
    toAuthors(fields)
  const siteName = toSiteName(fields)
  const labels = {
    tags: [
      ...new Set([
        ...toLabels(fields, 'tags'),
        ...toFurtherLabels(fields, file.site?.habits?.taxonomies),
      ]),
    ],
    categories: toLabels(fields, 'categories'),
  }
  const declared = toDeclared(fields)
  const described = {
    language: declared?.language ?? file.language,
    summary: toSummary(fields),
    image: toImage(fields),
  }
  const addressFields = toAddressFields(fields, {
    ...labels,
    file: file.file,
    timeZone: file.timeZone,
    pattern: file.site?.generator === 'hexo' ? file.site.addresses.pattern : undefined,
  })
  const kind = toKind(sourceUrl)
  const read = readBody({
    body: head.body,
    fields: fields.fields,
    file,
    facts: {
      kind,
      ...labels,
      ...published,
      ...(title === undefined ? {} : { title }),
      ...(sourceUrl === undefined ? {} : { sourceUrl }),
      ...(addressFields === undefined ? {} : { addressFields }),
    },
  })
  notes.push(...read.notes)
  const post: Post = {
    collection: file.collection,
    file: file.file,
    fileName: file.fileName,
    slug: toSlug(file.fileName),
    ...(title === undefined ? {} : { title }),
    ...(author === undefined ? {} : { author }),
    ...(coauthors.length === 0 ? {} : { coauthors }),
    ...(siteName === undefined ? {} : { siteName }),
    ...(sourceUrl === undefined ? {} : { sourceUrl }),
    ...(writtenUrl === sourceUrl || writtenUrl === undefined ? {} : { writtenUrl }),
    ...labels,
    ...published,
    ...(dateText === undefined ? {} : { dateText }),
    ...(head.epochText === undefined ? {} : { epochText: head.epochText }),
    timeFlags,
    kind,
    ...(described.language === undefined ? {} : { language: described.language }),
    ...(described.summary === undefined ? {} : { summary: described.summary }),
    ...(described.image === undefined ? {} : { image: described.image }),
    ...(addressFields === undefined ? {} : { addressFields }),
    ...(declared === undefined ? {} : { declared }),
    extra: toExtra(fields),
    ...read.fields,
  }
  return { post, notes }
}

function toKind(sourceUrl: string | undefined): PostKind {
  return sourceUrl !== undefined && parseVideoUrl(sourceUrl) ? 'video' : 'article'
}

function toExtra({ fields }: KnownFields): Record<string, unknown> {
  const extra: Record<string, unknown> = Object.create(null)
  for (const [key, { value, line }] of fields) {
    const name = toName(key)
    // Settings of the whole site say nothing about this post.
    if (line === 0) continue
    if (!ownNames.has(name) || (name === 'author' && holdsMaps(value))) extra[key] = value
  }
  return extra
}

/** Whether more is said of authors than their names. */
function holdsMaps(value: unknown): boolean {
  const items: unknown[] = Array.isArray(value) ? value : [value]
  return items.some((item) => typeof item === 'object' && item !== null)
}

/** A date that may be a boolean (`published: false`) or empty is none. */
function isDate({ value, text }: FieldValue): boolean {
  return typeof value !== 'boolean' && (text ?? '').trim() !== ''
}

function readTitle(fields: KnownFields): string | undefined {
  return fields.list('title').flatMap(({ field }) => toTitle(field) ?? [])[0]
}

/** A file name that is just a date keeps the date, so that a slug is never empty. */
function toSlug(fileName: string): Slug {
  const slug = parseSlug(fileName) ?? parseSlug(fileName.replace('-.', '.'))
  if (slug === undefined) throw new RangeError(`no slug in "${fileName}"`)
  return slug
}

/** The first address among the fields. `from` must be one; `url` and `source` may also be a path or a name. */
function readSourceUrl(fields: KnownFields, notes: PostNote[]): string | undefined {
  for (const { key, field } of fields.list('sourceUrl')) {
    const text = unwrapLink((field.text ?? '').trim())
    if (text === '' || (key !== 'from' && !/^https?:\/\//i.test(text))) continue
    const url = parseSourceUrl({ ...field, text }, key)
    if (url.value !== undefined) return url.value
    notes.push(url.error)
  }
  return undefined
}

/** The address of a link in Markdown, as note programs and clippers write it: `[words](address)`, `<address>`. */
function unwrapLink(text: string): string {
  const [, inBrackets, inAngles] =
    /^\[[^[\]]*\]\((https?:[^\s()]+)\)$|^<(https?:[^\s<>]+)>$/i.exec(text) ?? []
  return inBrackets ?? inAngles ?? text
}

/** Returns the URL of the heading link, which replaces a missing or unusable `from`. */
function readHeadUrl(fields: KnownFields, head: BodyHead, notes: PostNote[]): string | undefined {
  if (head.url === undefined) return undefined
  const url = parseSourceUrl({ value: head.url, text: head.url, line: 1 })
  if (url.error) return undefined
  notes.push({
    field: 'from',
    ...toLine(fields, 'from'),
    reason: 'There is no usable `from`; the address of the heading link is used.',
    hint: 'Write the address of the original article into `from`.',
  })
  return url.value
}

/** A title is text: tags of phrases in it are not shown. */
function toTitle(field: FieldValue | undefined): string | undefined {
  if (field?.text?.includes('<') !== true) return toLabel(field)
  return toLabel({ ...field, text: dropInlineTags(field.text) })
}

interface TitleSources {
  written: string | undefined
  head: BodyHead
  file: PostFileName
}

function pickTitle({ written, head, file }: TitleSources, notes: PostNote[]): string | undefined {
  if (written !== undefined) {
    const whole = head.title ?? ''
    return whole.length > written.length && extendsTitle(whole, written) ? whole : written
  }
  const note = { field: 'title', hint: 'Write a `title`.' }
  if (head.title !== undefined) {
    notes.push({ ...note, reason: 'There is no title; the text of the heading link is used.' })
    return head.title
  }
  const heading = findFirstHeading(head.body, file.fileName)
  if (heading !== undefined) {
    notes.push({ ...note, reason: 'There is no title; the first heading is used.' })
    return heading
  }
  const slug = parseSlug(file.fileName)
  if (slug === undefined) {
    notes.push({ ...note, reason: 'There is no title, nor one in the file name.' })
    return undefined
  }
  notes.push({ ...note, reason: 'There is no title; the file name is used.' })
  return toLabel({ value: slug, text: slug, line: 1 })
}

function toLine(fields: KnownFields, key: string): { line?: number } {
  const line = fields.get(key)?.field.line ?? 0
  return line === 0 ? {} : { line }
}
