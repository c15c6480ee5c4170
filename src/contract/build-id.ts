/**
 * Reads the build id of a manifest of any version, also of one whose other fields this version does not know; `null` where
 * a value is no manifest.
 */
export function parseBuildId(manifest: unknown): string | null {
  const { buildId } = Object(manifest) as { buildId?: unknown }
  return typeof buildId === 'string' ? buildId : null
}

/** The same of the bytes of a file, whatever they are; `undefined` where they are no manifest. */
export function readBuildId(bytes: Uint8Array): string | undefined {
  try {
    return parseBuildId(JSON.parse(new TextDecoder().decode(bytes))) ?? undefined
  } catch {
    return undefined
  }
}
