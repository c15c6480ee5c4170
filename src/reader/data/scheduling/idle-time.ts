/** Resolves when the browser has nothing else to do, or after two seconds; at once where it cannot tell. */
export async function untilIdle(): Promise<void> {
  if (typeof requestIdleCallback !== 'function') return
  await new Promise<void>((resolve) => {
    requestIdleCallback(() => resolve(), { timeout: 2000 })
  })
}

/** Whether the browser was told to save data. Only some browsers tell. */
export function savesData(): boolean {
  const { connection } = navigator as { connection?: { saveData?: unknown } }
  return connection?.saveData === true
}
