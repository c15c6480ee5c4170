import {
  useEffect,
  useId,
  useRef,
  useState,
  type KeyboardEvent,
  type RefObject,
  type ToggleEvent,
} from 'react'
import { toReference } from '#article/reference/reference.ts'
import {
  citationStyles,
  toStyledCitation,
  type CitationStyle,
} from '#article/reference/styled-citation.ts'
import type { Words } from '#article/words.ts'
import { toPassageUrl, type PassageName } from '#core/passage/text-directive.ts'
import { useKeys } from '#reader/ui/use-keys.ts'
import type { ReadNodeText } from '../hits/text-map.ts'
import { toMarkdownCitation, toPlainCitation, type CitedArticle } from './citation.ts'
import { placeMenu } from './place-menu.ts'
import { nameSelected, readSelection } from './selected-passage.ts'

interface CopyMenuProps {
  cited: CitedArticle
  /** The element that contains the article. */
  box: RefObject<HTMLElement | null>
  /** Reads the original text of a node of the article. */
  read: ReadNodeText
  words: Words
  onCopy: (text: string) => void
}

/** A button and the menu it opens, which lists the forms in which the article can be copied. Its key is c. */
export function CopyMenu({ cited, box, read, words, onCopy }: CopyMenuProps) {
  const id = useId()
  const button = useRef<HTMLButtonElement>(null)
  const menu = useRef<HTMLDivElement>(null)
  // WebKit drops the selection when the button is pressed, whatever becomes of the event.
  const pressed = useRef<Range>(undefined)
  const [passage, setPassage] = useState<PassageName>()
  useKeys({ c: () => menu.current?.togglePopover() })
  useEffect(() => void ensurePopovers(), [])
  const ready = ({ newState }: ToggleEvent) => {
    if (newState !== 'open' || !button.current || !menu.current) return
    const selected = readSelection() ?? pressed.current
    pressed.current = undefined
    setPassage(box.current ? nameSelected(box.current, read, selected) : undefined)
    placeMenu(menu.current, button.current)
  }
  const choose = (text: string) => {
    menu.current?.hidePopover()
    onCopy(text)
  }
  return (
    <>
      <button
        ref={button}
        type="button"
        className="article-button"
        aria-haspopup="menu"
        popoverTarget={id}
        onPointerDown={() => {
          pressed.current = readSelection()
        }}
        // Pressing the button must not clear the selection that the menu copies.
        onMouseDown={(event) => event.preventDefault()}
      >
        {words('article.copy.name')}
      </button>
      <div
        ref={menu}
        id={id}
        popover="auto"
        role="menu"
        tabIndex={-1}
        className="copy-menu"
        aria-label={words('article.copy.name')}
        onBeforeToggle={ready}
        onKeyDown={moveFocus}
      >
        {listForms({ cited, passage, words }).map(({ form, write }, at) => (
          <button
            key={form}
            ref={at === 0 ? focusOnOpen : undefined}
            type="button"
            role="menuitem"
            tabIndex={-1}
            onClick={() => choose(write())}
          >
            {words(`article.copy.${form}`)}
          </button>
        ))}
      </div>
    </>
  )
}

/**
 * The browser focuses the element with this attribute when it shows a popover. The popover's toggle event fires a task
 * later, too late for a key that is pressed at once. React handles `autoFocus` itself and never writes the attribute.
 */
function focusOnOpen(item: HTMLElement | null): void {
  item?.setAttribute('autofocus', '')
}

/** What stands in for popovers is loaded only where there are none. */
async function ensurePopovers(): Promise<void> {
  if ('togglePopover' in HTMLElement.prototype) return
  const { standInForPopovers } = await import('./popover-stand-in.ts')
  standInForPopovers()
}

interface Form {
  form: 'link' | 'passage' | 'markdown' | 'citation' | CitationStyle
  write: () => string
}

function listForms({
  cited,
  passage,
  words,
}: Pick<CopyMenuProps, 'cited' | 'words'> & { passage: PassageName | undefined }): Form[] {
  const { url } = cited
  return [
    { form: 'link', write: () => url },
    ...(passage ? [{ form: 'passage' as const, write: () => toPassageUrl(url, passage) }] : []),
    { form: 'markdown', write: () => toMarkdownCitation(cited) },
    { form: 'citation', write: () => toPlainCitation(cited, words) },
    ...citationStyles.map((style) => ({
      form: style,
      write: () => {
        const reference = toReference(cited.summary, cited.body, { toAddress: () => url })
        return toStyledCitation(reference, style, new Date().toISOString().slice(0, 10))
      },
    })),
  ]
}

function listItems(menu: Element | null): HTMLElement[] {
  return [...(menu?.querySelectorAll<HTMLElement>('[role=menuitem]') ?? [])]
}

const steps: Readonly<Record<string, (at: number, count: number) => number>> = {
  ArrowDown: (at, count) => (at + 1) % count,
  ArrowUp: (at, count) => (at + count - 1) % count,
  Home: () => 0,
  End: (_, count) => count - 1,
}

/** The arrow keys move through the menu. Tab leaves it and so closes it. */
function moveFocus(event: KeyboardEvent<HTMLElement>): void {
  if (event.key === 'Tab') event.currentTarget.hidePopover()
  const step = Object.hasOwn(steps, event.key) ? steps[event.key] : undefined
  if (step === undefined) return
  event.preventDefault()
  const items = listItems(event.currentTarget)
  const at = items.findIndex((item) => item === document.activeElement)
  items[step(Math.max(at, 0), items.length)]?.focus()
}
