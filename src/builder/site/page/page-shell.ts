import { BuildError } from '#builder/ground/build-error.ts'
import { escapeHtml } from '#core/html/escape-html.ts'

/** The parts of one page. */
export interface PageParts {
  title: string
  /** BCP 47 language of the page's interface text. */
  language: string
  /** Markup for the `<head>`; empty for none. */
  head: string
  /** Markup shown until the reader has started; empty for none. */
  root: string
}

/** Renders one page. */
export type PageShell = (parts: PageParts) => string

const marks = {
  policy: '%BROADSHEET_CSP%',
  base: '%BROADSHEET_BASE%',
  title: '%BROADSHEET_TITLE%',
  language: '%BROADSHEET_LANG%',
  head: '<!--broadsheet:head-->',
  root: '<!--broadsheet:root-->',
} as const

/** A page of one site as text, with marks where the parts of each page stand: data, so that threads can be given it. */
export type PageFrame = readonly Piece[]

/** What all pages of a site have in them. */
interface SharedParts {
  base: string
  policy: string
  /** Whether queries stand behind `#` in addresses; absent = no. */
  isQuiet?: boolean
  /** Markup before that of each page's own `<head>`; none when absent. */
  head?: string
}

/**
 * Turns the reader's `index.html` into the frame of the pages of one site.
 * @throws BuildError when a mark is missing or occurs twice: a page without its policy must never be written.
 */
export function toPageFrame(
  template: string,
  { base, policy, isQuiet = false, head = '' }: SharedParts,
): PageFrame {
  for (const mark of Object.values(marks)) {
    if (template.split(mark).length !== 2) {
      throw new BuildError(
        `The page of the reader does not hold ${mark} exactly once.`,
        'Build the reader again; its page and this builder must be of the same version.',
      )
    }
  }
  const placed = template
    .replaceAll(/(\s(?:href|src)=")\.\//g, (_, before: string) => `${before}${base}`)
    .replace(marks.policy, () => policy.replaceAll('"', '&quot;'))
    .replace(`"${marks.base}"`, () => `"${escapeHtml(base)}"${isQuiet ? ' data-quiet' : ''}`)
  return splitAtMarks(placed).flatMap((piece) =>
    'mark' in piece && piece.mark === marks.head ? [{ text: head }, piece] : [piece],
  )
}

/** Makes a frame the function that renders its pages. */
export function toPageShell(frame: PageFrame): PageShell {
  return (parts) =>
    frame.map((piece) => ('text' in piece ? piece.text : fill(piece.mark, parts))).join('')
}

type Piece = { text: string } | { mark: string }

const pageMarks = [marks.title, marks.language, marks.head, marks.root] as const

// Split once, filled thousands of times; inserted text is never searched for marks.
function splitAtMarks(template: string): Piece[] {
  return template
    .split(/(%BROADSHEET_TITLE%|%BROADSHEET_LANG%|<!--broadsheet:(?:head|root)-->)/)
    .map((text) => (pageMarks.some((mark) => mark === text) ? { mark: text } : { text }))
}

function fill(mark: string, { title, language, head, root }: PageParts): string {
  if (mark === marks.title) return escapeHtml(title)
  if (mark === marks.language) return escapeHtml(language)
  return mark === marks.head ? head : root
}
