import { join } from 'node:path'
import { z } from 'zod'
import type { Incoming } from '../http/incoming.js'
import { json, type Outgoing, refusal } from '../http/outgoing.js'
import { Ledger } from '../ledger.js'
import { ClientTokens, type KnownClient } from './client-tokens.js'
import type { Service } from './service.js'

/** What a school notes of a pupil; a correction is the same line in a higher version. */
const lineSchema = z.strictObject({
  id: z.string().min(1).max(100),
  version: z.int().positive(),
  institution: z.string().regex(/^[A-Z0-9]{6}$/),
  number: z.string().regex(/^\d{10}$/),
  on: z.iso.date(),
  kind: z.enum(['sick', 'permitted', 'unlawful', 'withdrawn']),
  part: z.enum(['day', 'lastLesson']).default('day'),
})
type Line = z.infer<typeof lineSchema>
const morning = z.strictObject({ lines: z.array(lineSchema).min(1).max(1_000) })

/** Lines of one page. */
const PAGE = 1_000

/**
 * The schools' absence feed. `GET /school-absence/after/<position>` gives the lines after a position of the feed, at most
 * 1000; `POST /school-absence/publish` puts `{ lines }` in, also ones that were there already, are older or come late. Where
 * a client is known, the feed is read with a token of `POST /school-absence/token`; `DELETE /school-absence/tokens` takes every token back.
 */
export async function schoolAbsenceService(directory: string, client?: KnownClient): Promise<Service> {
  const tokens = client && new ClientTokens(client)
  const ledger = await Ledger.open<{ lines: Line[] }, { position: number }>(
    join(directory, 'school-absence.jsonl'),
  )
  const feed = ledger.entries().flatMap(({ request }) => request.lines)

  async function publish({ body }: Incoming): Promise<Outgoing> {
    const parsed = morning.safeParse(body)
    if (!parsed.success) return refusal(422, 'invalid')
    const { lines } = parsed.data
    const position = feed.length + lines.length
    feed.push(...lines)
    const { answer } = await ledger.once(`lines-${position}`, { lines }, () => ({ position }))
    return json(200, answer)
  }

  return {
    effects: () => ledger.entries(),
    close: () => ledger.close(),
    handle: request => {
      const [what, position, ...rest] = request.path
      if (what === 'publish' && request.method === 'POST') return publish(request)
      if (what === 'token' && tokens !== undefined) return tokens.give(request)
      if (what === 'tokens' && request.method === 'DELETE' && tokens !== undefined) return tokens.revokeAll()
      if (what !== 'after' || rest.length > 0 || !/^\d{1,15}$/.test(position ?? ''))
        return refusal(404, 'no-such-address')
      if (request.method !== 'GET') return refusal(405, 'method-not-allowed', { Allow: 'GET' })
      if (tokens?.opens(request.header('authorization')) === false)
        return refusal(401, 'token', { 'WWW-Authenticate': 'Bearer' })
      const from = Number(position)
      const lines = feed.slice(from, from + PAGE).map((line, n) => ({ position: from + n + 1, ...line }))
      return json(200, { lines })
    },
  }
}
