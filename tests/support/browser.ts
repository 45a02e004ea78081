import { logIn } from '@brobygger/login'
import type { Assurance } from '@brobygger/domain/codes'

/** Where the API under test is, as a browser has it. */
export const apiOrigin = (): string => process.env['BRO_TEST_API_URL'] ?? ''

/** A browser in short: it keeps the API's cookies, and says with each request from where it comes. */
export class Browser {
  readonly cookies = new Map<string, string>()

  constructor(private readonly origin = apiOrigin()) {}

  async ask(
    path: string,
    {
      method = 'GET',
      body,
      headers = {},
    }: { method?: string; body?: unknown; headers?: Record<string, string> } = {},
  ): Promise<Response> {
    const response = await fetch(new URL(path, this.origin), {
      method,
      redirect: 'manual',
      headers: {
        cookie: [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; '),
        ...(method === 'GET' ? {} : { origin: this.origin }),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
    for (const line of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? []
      if (value === '') this.cookies.delete(name)
      else this.cookies.set(name, value)
    }
    return response
  }

  /** Goes to the login and says who it is there. @returns the address to which the login sends back */
  async comesBack(person: string, assurance: Assurance, returnTo?: string): Promise<URL> {
    const query = returnTo === undefined ? '' : `?returnTo=${encodeURIComponent(returnTo)}`
    const begun = await this.ask(`/api/login${query}`)
    return await logIn({ url: begun.headers.get('location') ?? '', person, assurance })
  }

  /** Logs in. @returns the API's last answer */
  async logIn(person: string, assurance: Assurance = 'substantial', returnTo?: string): Promise<Response> {
    const back = await this.comesBack(person, assurance, returnTo)
    return await this.ask(`${back.pathname}${back.search}`)
  }

  /** Who the API says it is, and the key of its pages. */
  async me(): Promise<{ status: number; person?: string; csrf?: string; via?: string; assurance?: string }> {
    const response = await this.ask('/api/me')
    return { status: response.status, ...((await response.json()) as object) }
  }
}
