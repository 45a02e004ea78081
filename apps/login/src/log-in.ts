import type { Assurance } from '@brobygger/domain/codes'

/**
 * Goes through the pages of the development login as a browser does, for commands and tests that act as a person.
 *
 * @param args.url where a client sends a browser: the authorization request
 * @returns the client's own address to which the browser is sent back, with the code in it
 * @throws Error with the status where the login does not take it that far
 */
export async function logIn(args: {
  readonly url: string
  readonly person: string
  readonly assurance: Assurance
}): Promise<URL> {
  const { origin } = new URL(args.url)
  const cookies = new Map<string, string>()
  const go = async (url: string, form?: Record<string, string>): Promise<Response> => {
    const response = await fetch(url, {
      redirect: 'manual',
      headers: { cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; ') },
      ...(form === undefined ? {} : { method: 'POST', body: new URLSearchParams(form) }),
    })
    for (const line of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? []
      cookies.set(name, value)
    }
    return response
  }
  let response = await go(args.url)
  for (let steps = 0; steps < 10; steps++) {
    const location = response.headers.get('location')
    const target = location === null ? undefined : new URL(location, origin)
    if (target !== undefined && target.origin !== origin) return target
    if (target === undefined) break
    const { pathname } = target
    response = pathname.startsWith('/interaction/')
      ? await go(target.href, { person: args.person, assurance: args.assurance })
      : await go(target.href)
  }
  throw new Error(`the login answered ${response.status} instead of sending back`)
}
