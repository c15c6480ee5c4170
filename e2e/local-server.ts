import { createServer } from 'node:net'
import { expect } from '@playwright/test'

/** A port of this machine that nothing listens on. */
export function findFreePort(): Promise<number> {
  return new Promise((found, failed) => {
    const server = createServer().once('error', failed)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      const port = typeof address === 'object' && address !== null ? address.port : 0
      server.close(() => found(port))
    })
  })
}

/** Waits until a server that was started answers at an address. */
export async function untilAnswered(url: string): Promise<void> {
  const isUp = () =>
    fetch(url).then(
      ({ ok }) => ok,
      () => false,
    )
  await expect.poll(isUp, { message: `something answers at ${url}` }).toBe(true)
}
