import { createClientAsync, type Client, type IHttpClient } from 'soap'
import { z } from 'zod'
import { PortError } from '../../ports/errors.js'
import { errorOfStatus } from './error-of-status.js'
import { exchangeAny, type Errand, type Outside, type Reply } from './exchange.js'

/** A fault of the service, as SOAP 1.1 says it: the codes and words of its own are the adapter's to read. */
export interface SoapFault {
  readonly fault: string
}

/** One operation of a service. */
export interface SoapCall {
  /** File of the service's description. */
  readonly wsdl: string
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

const thrown = z.object({
  root: z.object({
    Envelope: z.object({ Body: z.object({ Fault: z.object({ faultstring: z.unknown() }) }) }),
  }),
})
const words = z.union([z.string(), z.object({ $value: z.string() }).transform(({ $value }) => $value)])

/**
 * Calls a service that speaks SOAP once; repeating is the activity's policy.
 * @returns the answer as the service's description shapes it, or the service's fault
 * @throws PortError and nothing else, whatever the service or the network does
 */
export async function soapCall(
  outside: Outside,
  { wsdl, operation, args, errand }: SoapCall,
): Promise<object> {
  const call: Call = { errand }
  const { system } = outside
  try {
    const client = await clientOf(wsdl, outside)
    const method = client[`${operation}Async`] as (
      args: object,
      options: { call: Call },
    ) => Promise<unknown[]>
    const [answer] = await method(args, { call })
    const whole = z.looseObject({}).safeParse(answer)
    if (whole.success) return whole.data
  } catch (error) {
    if (error instanceof PortError) throw error
    const fault = thrown.safeParse(error).data
    if (fault !== undefined) {
      const said = words.safeParse(fault.root.Envelope.Body.Fault.faultstring)
      return { fault: said.data ?? '' } satisfies SoapFault
    }
    // The original error is dropped on purpose: it holds the answer.
  }
  const { status = 200, headers = new Headers() } = call.reply ?? {}
  if (status < 200 || status >= 300) throw errorOfStatus({ system, status, headers })
  throw new PortError({ system, code: 'unavailable', reason: 'malformed' })
}

/** Clients hold what the description says; reading it takes longer than a call. */
const clients = new WeakMap<object, Map<string, Promise<Client>>>()

function clientOf(wsdl: string, outside: Outside): Promise<Client> {
  const known = clients.get(outside) ?? new Map<string, Promise<Client>>()
  clients.set(outside, known)
  const client =
    known.get(wsdl) ??
    createClientAsync(wsdl, { endpoint: outside.baseUrl, httpClient: overExchange(outside) })
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
