import type { SourceNode } from '../source/source-html.ts'
import { findPageMarks } from './find-page-marks.ts'

/** Metadata taken from the page itself instead of the front matter. */
export interface DerivedFacts {
  author?: string
  tags?: string[]
  categories?: string[]
  /** BCP 47. */
  language?: string
  /** Name that the site gives itself. */
  siteName?: string
}

/** Number of lines at the start of an article that are searched for a byline. */
const searchedLines = 8

const chineseByline =
  /^(?:作者|撰文|撰稿|文|记者|記者|本报记者|本報記者|特约撰稿|特約撰稿|特约撰稿人|特約撰稿人) ?[:：|｜丨/／] ?(\S.*)$/u
const englishByline =
  /^By:? ((?:\p{Lu}[\p{L}.'’-]*)(?: (?:\p{Lu}[\p{L}.'’-]*|de|da|van|von|of|and|&|bin|al)){0,7})$/u
// Lines like these surround the author of a book that the article discusses.
const bookLine =
  /^(?:译者|譯者|出版社?|出版者|书名|書名|ISBN|定价|定價|原文书名|出版日期)\s*[:：|｜丨]/u

/**
 * Extracts what a page says about its article, from its markup and from a byline. `lines` are the first lines of the
 * article. Returns `undefined` if nothing is found.
 */
export function findDerived(
  nodes: readonly SourceNode[],
  lines: readonly string[],
): DerivedFacts | undefined {
  const { authors, tags, categories, language, siteName } = findPageMarks(nodes)
  const author = authors.map(toName).find((name) => name !== undefined) ?? findByline(lines)
  const facts: DerivedFacts = {
    ...(author === undefined ? {} : { author }),
    ...(tags.length === 0 ? {} : { tags }),
    ...(categories.length === 0 ? {} : { categories }),
    ...(language === undefined ? {} : { language }),
    ...(siteName === undefined ? {} : { siteName }),
  }
  return Object.keys(facts).length === 0 ? undefined : facts
}

function findByline(lines: readonly string[]): string | undefined {
  const head = lines.slice(0, searchedLines)
  if (head.some((line) => bookLine.test(line))) return undefined
  for (const line of head) {
    const name = toName(chineseByline.exec(line)?.[1] ?? englishByline.exec(line)?.[1] ?? '')
    if (name !== undefined) return name
  }
  return undefined
}

/** Strips label and credits from a byline; `undefined` if the rest is a sentence, a URL, a date or a generic name. */
function toName(text: string): string | undefined {
  const name = text
    .replace(/^(?:by|author|作者|文)(?: ?[:：/／|｜丨] ?| )/iu, '')
    .replace(/ (?:翻译|翻譯|译|譯|编译|編譯|编辑|編輯|摄影|攝影) ?[:：/／|｜丨].*$/u, '')
    .trim()
  const isName =
    name.length >= 2 && name.length <= 60 && !/[\d。，,；;：:！？!?《》「」“”"@]|\/\//u.test(name)
  return isName && !/^(?:admin|administrator|editor|anonymous|unknown|匿名)$/i.test(name)
    ? name
    : undefined
}
