import type { ServerResponse } from 'node:http'
import { setTimeout as wait } from 'node:timers/promises'
import { TLSSocket } from 'node:tls'
import type { Fault } from './faults.js'
import { html, type Outgoing, refusal, send, sendHalf } from './http/outgoing.js'

type Answering = {
  response: ServerResponse
  fault: Fault | undefined
  /** Does what was asked and gives the answer; not called by faults that strike first. */
  handle: () => Promise<Outgoing>
}

/** Answers a request the way the fault of the moment wants it: `faultSchema` says what each does. */
export async function answerWithFault({ response, fault, handle }: Answering): Promise<void> {
  switch (fault?.mode) {
    case 'down':
    case 'expiredCertificate':
      response.socket?.destroy()
      return
    case 'reset':
      reset(response)
      return
    case 'status': {
      const retryAfter = fault.retryAfter === undefined ? {} : { 'Retry-After': String(fault.retryAfter) }
      return send(response, refusal(fault.status, 'fault', retryAfter))
    }
    case 'half':
      return sendHalf(response, await handle())
    case 'malformed':
      await handle()
      return send(response, html('<!doctype html><title>Log ind</title>'))
    case 'lostAnswer':
      await handle()
      reset(response)
      return
    case 'latency':
      await wait(fault.ms, undefined, { ref: false })
      return send(response, await handle())
    default:
      return send(response, await handle())
  }
}

/** Only a bare connection can be reset; one over TLS is cut. */
function reset({ socket }: ServerResponse): void {
  if (socket instanceof TLSSocket) socket.destroy()
  else socket?.resetAndDestroy()
}
