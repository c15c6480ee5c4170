import type { SourceNode } from '../source/source-html.ts'
import { findPageMarks } from './find-page-marks.ts'

/** Facts that the page itself gives, not the front matter. */
export interface DerivedFacts {
  author?: string
  tags?: string[]
  categories?: string[]
  /** BCP 47. */
  language?: string
}

/** Lines of an article that may name its author: those above its text. */
const searchedLines = 8

const chineseByline =
  /^(?:作者|撰文|撰稿|文|记者|記者|本报记者|本報記者|特约撰稿|特約撰稿|特约撰稿人|特約撰稿人) ?[:：|｜丨/／] ?(\S.*)$/u
const englishByline =
  /^By:? ((?:\p{Lu}[\p{L}.'’-]*)(?: (?:\p{Lu}[\p{L}.'’-]*|de|da|van|von|of|and|&|bin|al)){0,7})$/u
// A line with the author of a book that is spoken of stands among lines like these.
const bookLine =
  /^(?:译者|譯者|出版社?|出版者|书名|書名|ISBN|定价|定價|原文书名|出版日期)\s*[:：|｜丨]/u

/** What a page says of its article in its markup or in a line of its own. `lines` are the first of the article. */
export function findDerived(
  nodes: readonly SourceNode[],
  lines: readonly string[],
): DerivedFacts | undefined {
  const { authors, tags, categories, language } = findPageMarks(nodes)
  const author = authors.map(toName).find((name) => name !== undefined) ?? findByline(lines)
  const facts: DerivedFacts = {
    ...(author === undefined ? {} : { author }),
    ...(tags.length === 0 ? {} : { tags }),
    ...(categories.length === 0 ? {} : { categories }),
    ...(language === undefined ? {} : { language }),
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

/** A name, without the word that leads to it; `undefined` when it is a sentence, an address, a date or no name at all. */
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
