import { parsePassages, type NamedPassages } from '#core/passage/text-directive.ts'

const [opened] = performance.getEntriesByType('navigation')

/** Whether somebody followed a link to the page. A reload, or a return to it, keeps its scroll position instead. */
export const isFreshVisit =
  opened === undefined || !('type' in opened) || opened.type === 'navigate'

/**
 * The passages that the page's address names; `undefined` if none. Browsers hide the words of a passage from `location`.
 * Some leave them in the performance entry of the visit, which is about the address that the page was opened with.
 * @param fragment - the fragment of the address now, with `#`.
 */
export function readPassages(fragment: string): NamedPassages | undefined {
  const isOpened = opened !== undefined && toOwnFragment(opened.name) === toOwnFragment(fragment)
  return isOpened ? parsePassages(opened.name, fragment) : parsePassages(fragment)
}

/** The fragment of an address without its directive. */
function toOwnFragment(address: string): string {
  return address.replace(/^[^#]*#?/, '').replace(/:~:.*$/su, '')
}
