import { escaped, page } from './page.js'

/** Asks before somebody is logged out. `form` is the provider's own, which holds its token. */
export function logoutPage(form: string): string {
  return page({
    title: 'Log ud',
    body: `<p>Vil du logge ud af login-tjenesten?</p>
${form}
<button type="submit" form="op.logoutForm" name="logout" value="yes" autofocus>Log ud</button>
<button type="submit" form="op.logoutForm">Bliv logget ind</button>`,
  })
}

export function loggedOutPage(): string {
  return page({ title: 'Du er logget ud', body: '<p>Du kan lukke vinduet.</p>' })
}

/** A request that cannot be served. The code is OAuth's own, such as `invalid_client`; nothing sent is repeated. */
export function problemPage(code: string): string {
  return page({
    title: 'Login kunne ikke gennemføres',
    body: `<p class="error" role="alert">Login-tjenesten kan ikke bruge forespørgslen
(<code>${escaped(code)}</code>). Gå tilbage til Brobygger og log ind igen.</p>`,
  })
}
