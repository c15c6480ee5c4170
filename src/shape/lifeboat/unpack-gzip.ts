/**
 * Unpacks gzip, but no more than `most` bytes.
 * @throws TypeError where it is damaged; RangeError where it is larger.
 */
export async function unpackGzip(
  packed: Uint8Array<ArrayBuffer>,
  most: number,
): Promise<Uint8Array> {
  const bytes = new Uint8Array(most)
  let length = 0
  const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream('gzip'))
  const reader = stream.getReader()
  for (;;) {
    const { done, value } = await reader.read()
    if (done) return bytes.subarray(0, length)
    if (length + value.length > most) {
      await reader.cancel()
      throw new RangeError('it unpacks to more than it says')
    }
    bytes.set(value, length)
    length += value.length
  }
}
