import type { FieldValue, Fields } from './field-value.ts'
import { toPlainField } from './plain-fields.ts'

/**
 * The fields that posts have here, and the keys that Jekyll, Hugo, Hexo, Zola, WordPress exports and clippers write them
 * under, the likeliest first. Case, `-` and `_` do not matter. A key is looked for at the top, then in the tables that
 * Zola and Hugo keep further keys in.
 */
const keysOf = {
  title: ['title', 'headline'],
  date: [
    'date',
    'published',
    'publishDate',
    'publishedAt',
    'publishedOn',
    'publishedTime',
    'publishedDate',
    'datePublished',
    'pubDate',
    'postDate',
    'posted',
    'created',
    'createdAt',
    'createdTime',
    'dateCreated',
    'creationDate',
  ],
  // When it was last changed or kept: for a post that says of no date when it was published.
  changed: [
    'lastmod',
    'lastModified',
    'lastModifiedAt',
    'modified',
    'dateModified',
    'updated',
    'updatedAt',
    'updatedOn',
    'updatedDate',
    'dateUpdated',
    'saved',
    'savedAt',
    'dateSaved',
    'dateAdded',
    'clipped',
  ],
  author: ['author', 'authors', 'byline', 'creator', 'writer', 'publishedBy'],
  sourceUrl: [
    'from',
    'source',
    'sourceUrl',
    'url',
    'canonicalUrl',
    'canonical',
    'original',
    'originalUrl',
    'articleUrl',
    'pageUrl',
    'givenUrl',
  ],
  tags: ['tags', 'tag'],
  categories: ['categories', 'category', 'topics', 'topic'],
  language: ['lang', 'language', 'locale'],
  translationKey: ['translationKey', 'translationId', 'langRef', 'ref', 'pageId'],
  summary: ['summary', 'description', 'excerpt', 'abstract'],
  image: [
    'image',
    'cover',
    'coverImage',
    'featuredImage',
    'featureImage',
    'ogImage',
    'images',
    'thumbnail',
    'previewPicture',
    'header',
    'banner',
    'hero',
    'heroImage',
    'resources',
  ],
  aliases: ['aliases', 'alias', 'redirectFrom'],
  permalink: ['permalink', 'url', 'path'],
  slug: ['slug'],
  draft: ['draft', 'isDraft'],
  published: ['published', 'publish'],
  private: ['private', 'isPrivate', 'headless'],
  password: ['password'],
  status: ['status', 'visibility', 'postStatus'],
  unlisted: ['unlisted', 'hidden'],
  build: ['build', '_build'],
} as const

export type KnownField = keyof typeof keysOf

const namesOf = Object.fromEntries(
  Object.entries(keysOf).map(([known, keys]) => [known, keys.map(toName)]),
) as Record<KnownField, string[]>

const tables = ['taxonomies', 'extra', 'params']

/** A field under the key that the file has it under. */
export interface FoundField {
  /** As written; `extra.author` where it lies in a table. */
  key: string
  field: FieldValue
}

/** The fields of one post by what they mean. */
export class KnownFields {
  readonly fields: Fields
  readonly #byName = new Map<string, FoundField>()

  constructor(fields: Fields) {
    this.fields = fields
    for (const [key, field] of fields) this.#add(key, { key, field })
    for (const table of tables) {
      const inside = this.#byName.get(table)?.field
      if (typeof inside?.value !== 'object' || inside.value === null) continue
      for (const [key, value] of Object.entries(inside.value)) {
        this.#add(key, { key: `${table}.${key}`, field: toPlainField(value, inside.line) })
      }
    }
  }

  // The spelling in lower case counts where a file has several; what lies in a table never replaces what lies at the top.
  #add(key: string, found: FoundField): void {
    const name = toName(key)
    const known = this.#byName.get(name)
    if (known === undefined || (known.key !== name && found.key === name)) {
      this.#byName.set(name, found)
    }
  }

  /** All keys of a field that have a value, the likeliest first. */
  list(known: KnownField): FoundField[] {
    return namesOf[known].flatMap((name) => {
      const found = this.#byName.get(name)
      return found === undefined || found.field.value === null ? [] : [found]
    })
  }

  /** The likeliest key of a field that has a value `accepts` takes, else any. */
  find(
    known: KnownField,
    accepts: (field: FieldValue) => boolean = () => true,
  ): FoundField | undefined {
    return this.list(known).find(({ field }) => accepts(field))
  }

  /** Other keys of the table that Zola keeps labels in. */
  listTaxonomies(): string[] {
    const inside = this.#byName.get('taxonomies')?.field.value
    const keys = typeof inside === 'object' && inside !== null ? Object.keys(inside) : []
    return keys.filter((key) => !isKnownKey(key))
  }

  /** A field by one name of its own. */
  get(name: string): FoundField | undefined {
    return this.#byName.get(toName(name))
  }
}

const allNames: ReadonlySet<string> = new Set(Object.values(namesOf).flat())

/** Whether posts have a field under this key. */
export function isKnownKey(key: string): boolean {
  return allNames.has(toName(key))
}

/** Names of keys that differ only in case, `-` or `_` are equal. */
export function toName(key: string): string {
  return key.toLowerCase().replace(/[-_ ]/g, '')
}
