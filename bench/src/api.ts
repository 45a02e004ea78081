import { statedReason } from '@brobygger/tools/all-sides'

/** Calls the API of the system under measurement. */
export class Api {
  constructor(private readonly url: string) {}

  get<T>(path: string, as: string): Promise<T> {
    return this.call(path, { method: 'GET', headers: { 'x-brobygger-person': as } })
  }

  /** What a leader who says why sees; null when it is not for them. */
  async getIfShown<T>(path: string, as: string): Promise<T | null> {
    const headers = { 'x-brobygger-person': as, ...statedReason }
    const response = await fetch(`${this.url}/api${path}`, { headers })
    const body = (await response.json()) as T
    return response.ok ? body : null
  }

  post<T>(path: string, as: string, body: object): Promise<T> {
    return this.call(path, {
      method: 'POST',
      headers: { 'x-brobygger-person': as, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
  }

  /** Anything but a full answer (a 202 among others) would not be what is measured. */
  private async call<T>(path: string, init: RequestInit): Promise<T> {
    const response = await fetch(`${this.url}/api${path}`, init)
    const body = (await response.json()) as T & { code?: string }
    if (response.ok && response.status !== 202) return body
    throw new Error(`${init.method ?? 'GET'} ${path}: ${response.status} ${body.code ?? ''}`)
  }
}
