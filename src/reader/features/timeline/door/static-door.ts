const kept = new Map<string, HTMLTemplateElement>()

/**
 * Keeps the front doors of a page that starts the reader, one a language, before it is replaced. They need no words and no
 * code of the reader, and look as the one that stood there.
 */
export function keepDoors(page: ParentNode): void {
  for (const door of page.querySelectorAll('template')) kept.set(door.dataset['door'] ?? '', door)
}

/** The front door of the page in a language; `undefined` where it had none. */
export function findStaticDoor(language: string): HTMLTemplateElement | undefined {
  return kept.get(language)
}
