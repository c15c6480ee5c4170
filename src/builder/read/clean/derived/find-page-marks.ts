import {
  isCommentBlock,
  isSourceElement,
  sourceAttribute,
  toSourceText,
  type SourceElement,
  type SourceNode,
} from '../source/source-html.ts'

/** Metadata about the article in the markup of its page, verbatim. */
export interface PageMarks {
  /** Author names, the most reliable first. */
  authors: string[]
  tags: string[]
  categories: string[]
  /** BCP 47 language of the whole page; absent if not declared. */
  language?: string
  /** Name that the page's site gives itself in OpenGraph; absent if not declared. */
  siteName?: string
}

interface Search {
  /** Names by how reliable their mark is. */
  authors: [sure: string[], likely: string[]]
  tags: Set<string>
  categoryClasses: string[]
  categoryLinks: string[]
  sections: string[]
  siteName?: string
}

const mostLabels = 50

/** Reads the marks that CMSs leave in their pages: WordPress's classes, Drupal's properties, `rel`, `meta`. */
export function findPageMarks(nodes: readonly SourceNode[]): PageMarks {
  const search: Search = {
    authors: [[], []],
    tags: new Set(),
    categoryClasses: [],
    categoryLinks: [],
    sections: [],
  }
  for (const node of nodes) searchNode(node, search, false)
  const language = findLanguage(nodes)
  return {
    authors: search.authors.flat(),
    tags: [...search.tags].slice(0, mostLabels),
    categories: [...new Set([...toCategories(search), ...search.sections])].slice(0, mostLabels),
    ...(language === undefined ? {} : { language }),
    ...(search.siteName === undefined ? {} : { siteName: search.siteName }),
  }
}

// Hardly any class says more than how an element looks.
const tellingClass = /hentry|byline|author/

function searchNode(node: SourceNode, search: Search, isInByline: boolean): void {
  if (!isSourceElement(node) || isCommentBlock(node)) return
  let isByline = isInByline
  for (const { name, value } of node.attrs) {
    if (name === 'class') {
      if (!tellingClass.test(value)) continue
      const classes = value.split(/\s+/)
      readClasses(classes, search)
      // A byline may contain another one; only the text of the outer one shows whether it is just a name.
      if (!isInByline && classes.some((mark) => mark === 'byline' || mark === 'author')) {
        isByline = true
        search.authors[1].push(textOf(node))
      }
    } else if (name === 'rel') readRelation(node, value, search)
    else if (name === 'itemprop' && value === 'author') search.authors[0].push(textOf(node))
    else if (name === 'content' && node.tagName === 'meta') readMeta(node, value, search)
  }
  for (const child of node.childNodes) searchNode(child, search, isByline)
}

/** The `tag-` and `category-` classes are trusted only next to WordPress's `hentry`. */
function readClasses(classes: readonly string[], search: Search): void {
  if (!classes.includes('hentry')) return
  for (const name of classes) {
    const tag = /^tag-(?!\d+$)(.+)$/.exec(name)?.[1]
    const category = /^category-(.+)$/.exec(name)?.[1]
    if (tag !== undefined) search.tags.add(tag)
    if (category !== undefined) search.categoryClasses.push(category)
  }
}

function readRelation(element: SourceElement, value: string, search: Search): void {
  const relations = value.split(/\s+/)
  if (relations.includes('author')) search.authors[0].push(textOf(element))
  if (relations.includes('category')) search.categoryLinks.push(textOf(element))
}

function readMeta(element: SourceElement, content: string, search: Search): void {
  const name = sourceAttribute(element, 'property') ?? sourceAttribute(element, 'name')
  if (name === 'author' || name === 'article:author') search.authors[0].push(content)
  else if (name === 'article:tag') search.tags.add(content)
  else if (name === 'article:section') search.sections.push(content)
  else if (name === 'og:site_name') search.siteName ??= content.slice(0, longestName)
}

/**
 * Category classes come in the same order as the category links. A category whose name is not in Latin letters has a
 * number as its class and is named by its link.
 */
function toCategories({ categoryClasses, categoryLinks }: Search): string[] {
  if (categoryClasses.length === 0) return categoryLinks
  const hasLinks = categoryLinks.length === categoryClasses.length
  return categoryClasses.flatMap((name, at) => {
    if (name === 'uncategorized') return []
    if (!/^\d+$/.test(name)) return [name.replace(/^-+/, '')]
    const link = hasLinks ? categoryLinks[at] : undefined
    return link === undefined ? [] : [link]
  })
}

/** `lang` of the elements that contain the whole page, outermost first. */
function findLanguage(nodes: readonly SourceNode[]): string | undefined {
  const shown = nodes.filter((node) => isSourceElement(node) || toSourceText(node)?.trim())
  const [only, ...others] = shown
  if (only === undefined || others.length > 0 || !isSourceElement(only)) return undefined
  const language = sourceAttribute(only, 'lang') ?? sourceAttribute(only, 'xml:lang')
  if (language !== undefined && /^[a-z]{2,3}(?:-[a-z\d]{2,8})*$/i.test(language)) return language
  return findLanguage(only.childNodes)
}

const longestName = 200

/** Start of an element's text, white space collapsed. */
function textOf(element: SourceElement): string {
  let text = ''
  const visit = (node: SourceNode) => {
    if (text.length > longestName) return
    if (isSourceElement(node)) for (const child of node.childNodes) visit(child)
    else text += toSourceText(node) ?? ''
  }
  visit(element)
  return text.replace(/\s+/g, ' ').trim()
}
