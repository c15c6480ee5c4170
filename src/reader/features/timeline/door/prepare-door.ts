import type { ComponentType } from 'react'
import { interfaceWords } from '#reader/language/interface-words.ts'
import { findStaticDoor } from './static-door.ts'

/** The parts of the front door that the reader builds. */
interface BuiltParts {
  /** All but the line for this device. */
  BuiltDoor: ComponentType
  /** Says the day of the latest post. */
  LatestPost: ComponentType
}

/** By language: parts whose code and words have been loaded, for pages that had no front door. */
export const builtDoors = new Map<string, BuiltParts>()

/** Whether the front door can be drawn at once. */
export function isDoorReady(): boolean {
  const { language } = interfaceWords.read()
  return findStaticDoor(language) !== undefined || builtDoors.has(language)
}

/** Loads code and words of the front door where the page had none. Without them the list stands alone. */
export async function prepareDoor(): Promise<void> {
  if (isDoorReady()) return
  try {
    const { language } = interfaceWords.read()
    const { BuiltDoor, LatestPost, loadDoorWords } = await import('./built-door.tsx')
    await loadDoorWords(language)
    builtDoors.set(language, { BuiltDoor, LatestPost })
  } catch {
    // Tried again when the list is opened again.
  }
}
