/**
 * The search in the address that this page was opened with, without space around it: somebody else may have made the link.
 * Empty where it has none.
 */
export function readLinkedQuery(): string {
  const [opened] = performance.getEntriesByType('navigation')
  const { name } = opened ?? { name: '' }
  // In a lifeboat parameters stand behind `#`.
  const params = name.slice(name.lastIndexOf('?') + 1).replace(/#.*$/, '')
  return (new URLSearchParams(params).get('q') ?? '').trim()
}
