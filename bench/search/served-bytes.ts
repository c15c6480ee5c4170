import { get } from 'node:http'

/** What files of a site weigh on the wire, headers included, as the program's own server sends them to a browser. */
export class ServedBytes {
  readonly #siteUrl: string
  readonly #known = new Map<string, number>()

  constructor(siteUrl: string) {
    this.#siteUrl = siteUrl
  }

  /** @throws Error when the server does not have the file. */
  async of(path: string): Promise<number> {
    const known = this.#known.get(path)
    if (known !== undefined) return known
    const bytes = await fetchOnce(new URL(path, this.#siteUrl))
    this.#known.set(path, bytes)
    return bytes
  }
}

function fetchOnce(url: URL): Promise<number> {
  return new Promise((resolve, reject) => {
    // A connection of its own: all that comes through it is this answer.
    const options = { agent: false, headers: { 'Accept-Encoding': 'gzip, deflate, br' } }
    get(url, options, (response) => {
      const { socket } = response
      if (response.statusCode !== 200) reject(new Error(`${url.href}: ${response.statusCode}`))
      response.once('end', () => resolve(socket.bytesRead)).resume()
    }).once('error', reject)
  })
}
