import { lifeboatIds } from '#contract/lifeboat-directory.ts'
import type { LifeboatProgram } from '#contract/lifeboat-program.ts'
import { workBudget } from '#reader/data/scheduling/work-budget.ts'
import { checkLifeboat, type CheckedLifeboat } from '#shape/lifeboat/check-lifeboat.ts'

/** What a file that holds an archive and its reader is. Nothing of it was run. */
export interface LifeboatVerdict extends CheckedLifeboat {
  input: 'lifeboat'
  /** False where there was no program to compare its own with. */
  isProgramCompared: boolean
}

/** Larger files are refused before they are read: browsers hold no longer texts. */
export const mostLifeboatBytes = 256 * 2 ** 20

const headCharacters = 262_144

/** Whether a file begins as lifeboats do. */
export function isLifeboat(bytes: Uint8Array): boolean {
  const head = new TextDecoder().decode(bytes.subarray(0, headCharacters))
  return /^<!doctype html>/i.test(head) && head.includes(`id="${lifeboatIds.directory}"`)
}

/**
 * Opens a lifeboat as data and proves every file in it, as `broadsheet check` does.
 * @param program - what this reader would have written into it; absent where it is not at hand.
 * @throws the signal's reason when it fires.
 */
export async function checkLifeboatFile(
  bytes: Uint8Array,
  { program, signal }: { program: LifeboatProgram | undefined; signal: AbortSignal },
): Promise<LifeboatVerdict> {
  // A byte order mark is a byte that no lifeboat begins with.
  const html = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)
  const rest = async () => {
    signal.throwIfAborted()
    await workBudget.rest()
  }
  const checked = await checkLifeboat(html, { program, rest })
  return { input: 'lifeboat', ...checked, isProgramCompared: program !== undefined }
}
