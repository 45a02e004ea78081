import { createClientAsync, type Client, type IHttpClient } from 'soap'
import { z } from 'zod'
import { PortError } from '../../ports/errors.js'
import { errorOfStatus } from './error-of-status.js'
import { exchangeAny, type Errand, type Outside, type Reply } from './exchange.js'

/** A fault of the service: the words are the adapter's to read. */
export interface SoapFault {
  readonly fault: string
}

/** How a service's messages differ from bare SOAP 1.1. */
export interface Dialect {
  readonly isSoap12: boolean
  /** Gives a client the headers that every message has. */
  readonly prepare: (client: Client) => void
}

/** One operation of a service. */
export interface SoapCall {
  /** File of the service's description. */
  readonly wsdl: string
  /** The same object in every call of a service. */
  readonly dialect?: Dialect
  readonly operation: string
  readonly args: object
  readonly errand: Pick<Errand, 'path' | 'purpose' | 'caseId' | 'key'>
}

/** What the library hands on to the transport with a call. */
interface Call {
  readonly errand: SoapCall['errand']
  /** The answer as it came, for whoever has to say why it is none. */
  reply?: Reply
}

const words = z.union([z.string(), z.object({ $value: z.string() }).transform(({ $value }) => $value)])
/** A fault says why in words: SOAP 1.2 here, 1.1 there. */
const fault = z.union([
  z.object({ Reason: z.object({ Text: words }) }).transform(({ Reason }) => Reason.Text),
  z.object({ faultstring: words.catch('') }).transform(({ faultstring }) => faultstring),
])
const thrown = z.object({
  root: z.object({ Envelope: z.object({ Body: z.object({ Fault: fault }) }) }),
})

/**
 * Calls a service that speaks SOAP once; repeating is the activity's policy.
 * @returns the answer as the service's description shapes it, or the service's fault
 * @throws PortError and nothing else, whatever the service or the network does
 */
export async function soapCall(
  outside: Outside,
  { wsdl, dialect, operation, args, errand }: SoapCall,
): Promise<object> {
  const call: Call = { errand }
  const { system } = outside
  try {
    const client = await clientOf(wsdl, outside, dialect)
    const method = client[`${operation}Async`] as (
      args: object,
      options: { call: Call },
    ) => Promise<unknown[]>
    const [answer] = await method(args, { call })
    const whole = z.looseObject({}).safeParse(answer)
    if (whole.success) return whole.data
  } catch (error) {
    if (error instanceof PortError) throw error
    const said = thrown.safeParse(error).data
    if (said !== undefined) return { fault: said.root.Envelope.Body.Fault } satisfies SoapFault
    // The original error is dropped on purpose: it holds the answer.
  }
  const { status = 200, headers = new Headers() } = call.reply ?? {}
  if (status < 200 || status >= 300) throw errorOfStatus({ system, status, headers })
  throw new PortError({ system, code: 'unavailable', reason: 'malformed' })
}

/** Clients hold what the description says; reading it takes longer than a call. */
const clients = new WeakMap<object, Map<string, Promise<Client>>>()

function clientOf(wsdl: string, outside: Outside, dialect: Dialect | undefined): Promise<Client> {
  const known = clients.get(outside) ?? new Map<string, Promise<Client>>()
  clients.set(outside, known)
  const client =
    known.get(wsdl) ??
    createClientAsync(wsdl, {
      endpoint: outside.baseUrl,
      httpClient: overExchange(outside),
      forceSoap12Headers: dialect?.isSoap12 ?? false,
    }).then(made => {
      dialect?.prepare(made)
      return made
    })
  known.set(wsdl, client)
  return client
}

/** The library's transport, over the door that every outward call takes. */
function overExchange(outside: Outside): IHttpClient {
  return {
    request: (_url, body: string, callback, headers, options) => {
      const { call } = options as { call: Call }
      const sent = exchangeAny(outside, {
        ...call.errand,
        method: 'POST',
        headers: headers as Record<string, string>,
        body,
      }).then(reply => {
        call.reply = reply
        return { status: reply.status, headers: {}, data: reply.text }
      })
      sent.then(
        response => void callback(null, response, response.data),
        (error: unknown) => void callback(error),
      )
      return sent as unknown as ReturnType<IHttpClient['request']>
    },
  }
}
