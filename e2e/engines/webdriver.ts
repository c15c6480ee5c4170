/** A browser that speaks plain WebDriver (https://www.w3.org/TR/webdriver2/). */
export interface WebDriverSession {
  /** Sends a command: method, path below the session, body. */
  send(method: 'GET' | 'POST' | 'DELETE', path: string, body?: object): Promise<unknown>
  /** Runs `return` and a function's call in the page. */
  run(script: string, values: unknown[]): Promise<unknown>
}

async function ask(method: string, address: string, body?: object): Promise<unknown> {
  const response = await fetch(address, {
    method,
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
  const { value } = (await response.json()) as { value: unknown }
  if (response.ok) return value
  const { error, message } = value as { error: string; message: string }
  throw new Error(`${method} ${address}: ${error}: ${message}`)
}

/** Opens a browser without history or storage. */
export async function openSession(
  driver: string,
  capabilities: Record<string, unknown>,
): Promise<WebDriverSession> {
  const session = await ask('POST', `${driver}/session`, {
    capabilities: { alwaysMatch: capabilities },
  })
  const { sessionId } = session as { sessionId: string }
  const send: WebDriverSession['send'] = (method, path, body) =>
    ask(method, `${driver}/session/${sessionId}${path}`, body)
  return {
    send,
    run: (script, values) => send('POST', '/execute/sync', { script, args: values }),
  }
}
