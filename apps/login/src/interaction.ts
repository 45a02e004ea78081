import type { IncomingMessage, ServerResponse } from 'node:http'
import { text } from 'node:stream/consumers'
import { assurance, type Assurance } from '@brobygger/domain/codes'
import { isEmployed, type Municipality } from '@brobygger/domain/organisation'
import { errors, type Provider } from 'oidc-provider'
import { z } from 'zod'
import { choosePersonPage, pageHeaders, problemPage } from './pages/index.js'

const PATH = /^\/interaction\/[\w-]+$/
/** Characters of a filled-in form, and far more than it has. */
const LARGEST_FORM = 2_000

/** Whether a request is about who somebody is. */
export const isInteraction = (request: IncomingMessage): boolean => PATH.test(request.url ?? '')

/** Shows the page on which somebody says who they are, and tells the provider what they chose. */
export async function interact(args: {
  readonly provider: Provider
  readonly municipality: Municipality
  readonly request: IncomingMessage
  readonly response: ServerResponse
}): Promise<void> {
  const { provider, municipality, request, response } = args
  const answer = (status: number, html: string) => response.writeHead(status, pageHeaders).end(html)
  try {
    const { params } = await provider.interactionDetails(request, response)
    const show = (isWrong: boolean) =>
      answer(
        isWrong ? 422 : 200,
        choosePersonPage({
          action: request.url ?? '',
          municipality,
          asked: askedFor(params['acr_values']),
          isWrong,
        }),
      )
    if (request.method !== 'POST') return void show(false)
    const chosen = choice(municipality).safeParse(await formOf(request))
    if (!chosen.success) return void show(true)
    const { person, assurance } = chosen.data
    const login = { accountId: person, acr: assurance, remember: false }
    await provider.interactionFinished(request, response, { login }, { mergeWithLastSubmission: false })
  } catch (error) {
    if (!(error instanceof errors.OIDCProviderError)) throw error
    answer(error.status, problemPage(error.error))
  }
}

const choice = ({ staff }: Municipality) =>
  z.object({
    person: z.string().refine(id => staff.some(member => member.id === id && isEmployed(member))),
    assurance,
  })

/** The first level that is asked for; the middle one where none is. */
function askedFor(acrValues: unknown): Assurance {
  const asked = typeof acrValues === 'string' ? acrValues.split(' ') : []
  return asked.flatMap(value => assurance.safeParse(value).data ?? [])[0] ?? 'substantial'
}

async function formOf(request: IncomingMessage): Promise<Record<string, string>> {
  if (Number(request.headers['content-length'] ?? Infinity) > LARGEST_FORM) return {}
  return Object.fromEntries(new URLSearchParams(await text(request)))
}
