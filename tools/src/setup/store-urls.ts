/** Addresses by login role. */
export interface StoreUrls {
  readonly data: Readonly<Record<string, string>>
  readonly keys: Readonly<Record<string, string>>
}

/** Address of the database for a role. @throws Error when set-up gave the role none */
export function urlOf(urls: Readonly<Record<string, string>>, role: string): string {
  const url = urls[role]
  if (url === undefined) throw new Error(`The database has no address for the role ${role}`)
  return url
}
