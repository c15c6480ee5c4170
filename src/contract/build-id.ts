/**
 * Reads the build id of a manifest of any version, also of one whose other fields this version does not know; `null` where
 * a value is no manifest.
 */
export function parseBuildId(manifest: unknown): string | null {
  const { buildId } = Object(manifest) as { buildId?: unknown }
  return typeof buildId === 'string' ? buildId : null
}

/** The same of the bytes of a file, whatever they are. */
export function parseBuildBytes(bytes: Uint8Array): string | null {
  try {
    return parseBuildId(JSON.parse(new TextDecoder().decode(bytes)))
  } catch {
    return null
  }
}
