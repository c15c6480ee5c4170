/** A field of a manifest of any version, also of one whose other fields this version does not know. */
function readField(manifest: unknown, name: 'buildId' | 'archive' | 'mirrors'): unknown {
  return (Object(manifest) as Record<string, unknown>)[name]
}

/** The same of the bytes of a file, whatever they are; `undefined` where they are no manifest. */
export function readFieldOf(bytes: Uint8Array, name: Parameters<typeof readField>[1]): unknown {
  try {
    return readField(JSON.parse(new TextDecoder().decode(bytes)), name)
  } catch {
    return undefined
  }
}

/** Reads the build id of a manifest of any version; `null` where a value is no manifest. */
export function parseBuildId(manifest: unknown): string | null {
  const buildId = readField(manifest, 'buildId')
  return typeof buildId === 'string' ? buildId : null
}

/** The same of the bytes of a file; `undefined` where they are no manifest. */
export function readBuildId(bytes: Uint8Array): string | undefined {
  const buildId = readFieldOf(bytes, 'buildId')
  return typeof buildId === 'string' ? buildId : undefined
}
