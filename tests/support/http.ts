/** What the API answered. */
export interface Answer<T = Record<string, unknown>> {
  readonly status: number
  readonly headers: Headers
  readonly body: T
}

const baseUrl = (): string => {
  const url = process.env['BRO_TEST_API_URL']
  if (url === undefined) throw new Error('The whole-system tests run against a started system: npm test')
  return url
}

/** Calls the API as a member of staff. */
export async function call<T = Record<string, unknown>>(
  method: 'GET' | 'POST' | 'PUT',
  path: string,
  as: string | null,
  body?: unknown,
  headers: Record<string, string> = {},
): Promise<Answer<T>> {
  const response = await fetch(`${baseUrl()}/api${path}`, {
    method,
    redirect: 'manual',
    headers: {
      ...(as === null ? {} : { 'x-brobygger-person': as }),
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...headers,
    },
    ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  })
  const text = await response.text()
  return {
    status: response.status,
    headers: response.headers,
    body: (text === '' ? {} : JSON.parse(text)) as T,
  }
}
