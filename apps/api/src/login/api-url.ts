import type { Config } from '@brobygger/config'

/** The API's address as browsers have it, without a slash at the end. */
export function apiUrl({ API_URL, API_PORT }: Pick<Config, 'API_URL' | 'API_PORT'>): string {
  return API_URL ?? `http://127.0.0.1:${API_PORT}`
}
