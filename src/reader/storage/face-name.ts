/**
 * Whether something, maybe from a storage, can be the name of a font on this device. It stands in a style, so it has no
 * quotes, escapes or line breaks, and leads to no address.
 */
export function isFaceName(text: unknown): text is string {
  return typeof text === 'string' && /^[\p{L}\p{N}][\p{L}\p{M}\p{N} .,_&+()-]{0,59}$/u.test(text)
}
