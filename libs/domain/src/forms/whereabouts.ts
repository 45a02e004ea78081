import { identifying } from './text.js'

/**
 * The fields of forms that would disclose where somebody is: an address, or a contact that leads to one. They are
 * hidden while somebody in the case has a protected address, from everybody who does not work with the family. Free
 * text is not among them: nobody but a person can tell whether an address stands in it.
 */
const names = ['address', 'childContact', 'contact'] as const
type Name = (typeof names)[number]

/** A field of that kind, under its name. */
export function whereabouts<N extends Name>(
  name: N,
  da: string,
): Record<N, ReturnType<ReturnType<typeof identifying>['optional']>> {
  return { [name]: identifying(da).optional() } as Record<
    N,
    ReturnType<ReturnType<typeof identifying>['optional']>
  >
}

/** Whether a text would disclose where somebody is. @param path its place in a form, e.g. `givers.0.contact` */
export function isWhereabouts(path: string): boolean {
  const name = path.slice(path.lastIndexOf('.') + 1)
  return (names as readonly string[]).includes(name)
}
