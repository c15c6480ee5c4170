import { replaceOutsideCode } from './code-regions.ts'
import { sayComponent } from './mdx-component.ts'

const module = /^import\s(?:[^\n;'"]*\sfrom\s)?\s*['"][^'"\n]+['"];?[ \t]*$/m
const statements =
  /^(?:import\s(?:[^;'"]{0,500}\sfrom\s)?\s*['"][^'"\n]+['"];?[ \t]*|export\s+(?:const|let|var|default|function|async|class|\{|\*)[^]*?)(?=\n[ \t]*\n|\n(?:import|export)\s|$(?![^]))/gm
/** `<>` and `</>` only hold components together. */
const fragment = /<\/?>/g
const comment = /\{\/\*[^]*?\*\/\}/g
const component = /<(\/?)([A-Z][\w.]*)(?=[\s/>])/g

/** Whether a body that is not named `.mdx` is MDX all the same: it begins with imports. */
export function looksLikeMdx(body: string): boolean {
  return /^\s*import\s/.test(body) && module.test(body.slice(0, 2000))
}

/**
 * Takes the code out of MDX: imports, exports, comments, and the attributes of components, whose names HTML does not
 * know. What the components hold stays. Nothing is run.
 * @param count is told of each import, export and component.
 */
export function stripMdx(body: string, count: (name: string) => void): string {
  return replaceOutsideCode(body, (text) => {
    const plain = text.replace(statements, (statement) => {
      count(statement.startsWith('import') ? 'import' : 'export')
      return ''
    })
    return stripComponents(plain.replace(comment, '').replace(fragment, ''), count)
  })
}

/** Longest list of attributes that is looked through. */
const mostAttributes = 4000

function stripComponents(text: string, count: (name: string) => void): string {
  let done = ''
  let at = 0
  // What never ends would be looked through at every start.
  let budget = 4 * text.length + mostAttributes
  for (const { 0: start, 1: slash, 2: name = '', index } of text.matchAll(component)) {
    if (index < at || budget < 0) continue
    const end = findTagEnd(text, index + start.length)
    budget -= end === -1 ? mostAttributes : end - index
    if (end === -1) continue
    if (slash === '') count(name)
    const before = text.slice(at, index)
    const isInline = /[^\s>][ \t]*$/.test(before.slice(-200).split('\n').at(-1) ?? '')
    const said = slash === '' ? sayComponent(name, text.slice(index, end), isInline) : ''
    done += before + said
    at = end
  }
  return done + text.slice(at)
}

/** Behind the `>` of a tag whose attributes may hold braces; -1 if there is none. */
function findTagEnd(text: string, from: number): number {
  let depth = 0
  let quote = ''
  for (let at = from; at < Math.min(text.length, from + mostAttributes); at++) {
    const sign = text.charAt(at)
    if (quote !== '') {
      if (sign === quote) quote = ''
    } else if (sign === '"' || sign === "'" || (sign === '`' && depth > 0)) quote = sign
    else if (sign === '{') depth++
    else if (sign === '}') depth--
    else if (sign === '>' && depth <= 0) return at + 1
  }
  return -1
}
