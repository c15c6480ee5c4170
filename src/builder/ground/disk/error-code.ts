/** Code of a system error (`EACCES`), for reports: the message would reveal an absolute path. */
export function toErrorCode(error: unknown): string {
  if (error instanceof Error && 'code' in error && typeof error.code === 'string') return error.code
  return error instanceof Error ? error.name : 'unknown error'
}
