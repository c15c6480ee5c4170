import type { SourceElement } from '../source/source-html.ts'

/** Tests whether an element matches any of a set of marks. The cost does not depend on the number of marks. */
export type MarkTest = (element: SourceElement) => boolean

/** Compiles marks (`tag`, `.class`, `#id`, `tag.class`) into a test. */
export function toMarkTest(marks: readonly string[]): MarkTest {
  const known = new Set(marks)
  const tags = new Set(marks.filter((mark) => /^[\w-]+$/.test(mark)))
  return (element) => {
    if (tags.has(element.tagName)) return true
    for (const { name, value } of element.attrs) {
      if (name === 'id' && known.has(`#${value}`)) return true
      if (name === 'class' && hasClassMark(element.tagName, value, known)) return true
    }
    return false
  }
}

function hasClassMark(tag: string, value: string, known: ReadonlySet<string>): boolean {
  return listClasses(value).some((name) => known.has(`.${name}`) || known.has(`${tag}.${name}`))
}

function listClasses(value: string): string[] {
  return value.split(/[ \t\n\r\f]+/).filter((name) => name !== '')
}
