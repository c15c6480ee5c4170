/** One line for any error. */
export function toFaultText(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
