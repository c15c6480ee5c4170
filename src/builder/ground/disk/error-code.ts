/** Short name of a file system error (`EACCES`); its message would hold an absolute path, which a report must not. */
export function toErrorCode(error: unknown): string {
  if (error instanceof Error && 'code' in error && typeof error.code === 'string') return error.code
  return error instanceof Error ? error.name : 'unknown error'
}
