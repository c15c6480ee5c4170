import type { SourceElement } from '../source/source-html.ts'

/** Tests whether an element matches any of a set of marks. The cost does not depend on the number of marks. */
export type MarkTest = (element: SourceElement) => boolean

/** Compiles marks (`tag`, `.class`, `#id`, `tag.class`) into a test. */
export function toMarkTest(marks: readonly string[]): MarkTest {
  const tags = new Set(marks.filter((mark) => /^[\w-]+$/.test(mark)))
  const ids = new Set(marks.filter((mark) => mark.startsWith('#')).map((mark) => mark.slice(1)))
  const classes = groupClasses(marks)
  return (element) => {
    if (tags.has(element.tagName)) return true
    for (const { name, value } of element.attrs) {
      if (name === 'id' && ids.has(value)) return true
      if (name === 'class' && hasClassMark(element.tagName, value, classes)) return true
    }
    return false
  }
}

/** The tags of each class that is a mark; an empty one stands for any tag. */
function groupClasses(marks: readonly string[]): ReadonlyMap<string, ReadonlySet<string>> {
  const classes = new Map<string, Set<string>>()
  for (const mark of marks) {
    const [, tag, name] = /^([\w-]*)\.(.+)$/.exec(mark) ?? []
    if (tag === undefined || name === undefined) continue
    classes.set(name, (classes.get(name) ?? new Set()).add(tag))
  }
  return classes
}

function hasClassMark(
  tag: string,
  value: string,
  classes: ReadonlyMap<string, ReadonlySet<string>>,
): boolean {
  return value.split(/[ \t\n\r\f]+/).some((name) => {
    const tagsOf = classes.get(name)
    return tagsOf !== undefined && (tagsOf.has('') || tagsOf.has(tag))
  })
}
