/** One address with its method. */
export interface Route {
  /** As OpenAPI writes it: `/api/cases/{id}`. */
  readonly path: string
  readonly method: string
}

/** The methods that an address takes, in upper case; none when there is no such address. */
export function methodsAt(routes: readonly Route[], path: string): string[] {
  const found = routes.filter(route => patternOf(route.path).test(path))
  const methods = new Set(found.map(route => route.method))
  // Express answers HEAD wherever there is a GET.
  if (methods.has('GET')) methods.add('HEAD')
  return [...methods].sort()
}

function patternOf(path: string): RegExp {
  const source = path.replaceAll(/[.*+?^$()[\]\\]/g, '\\$&').replaceAll(/\{[^}]+\}/g, '[^/]+')
  return new RegExp(`^${source}/?$`)
}
