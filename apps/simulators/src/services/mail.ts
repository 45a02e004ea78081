import type { AddressInfo, Socket } from 'node:net'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { simpleParser } from 'mailparser'
import { SMTPServer, type SMTPServerSession } from 'smtp-server'
import type { Fault, Faults } from '../faults.js'
import { refusal } from '../http/outgoing.js'
import { Ledger } from '../ledger.js'
import type { Service } from './service.js'

/** A message as it came. */
type Mail = { from: string; to: string; subject: string; text: string }
type Queued = { letterId: string }

/** The mail server, and its mailbox as a service. */
export type MailServer = {
  service: Service
  listen(port: number, host: string): Promise<void>
  /** Where it listens. */
  port(): number
  close(): Promise<void>
}

/**
 * A mail server over SMTP. A message whose id it has seen is not put into a mailbox a second time. Faults strike when a
 * message begins: `status` says 451 or 550, `half`, `malformed` and `lostAnswer` come after the message was queued.
 */
export async function mailServer({
  directory,
  faults,
}: {
  directory: string
  faults: Faults
}): Promise<MailServer> {
  const ledger = await Ledger.open<Mail, Queued>(join(directory, 'mail.jsonl'))
  /** By the caller's port, which is all that a session says of its connection. */
  const sockets = new Map<number, Socket>()
  const struck = new WeakMap<SMTPServerSession, Fault | undefined>()
  const cut = ({ remotePort }: SMTPServerSession) => sockets.get(remotePort)?.resetAndDestroy()

  const server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    logger: false,
    onMailFrom(_address, session, answer) {
      const fault = faults.strike('mail')
      struck.set(session, fault)
      if (fault?.mode === 'reset' || fault?.mode === 'down') return void cut(session)
      if (fault?.mode === 'status') return answer(statusError(fault.status))
      answer()
    },
    onData(stream, session, answer) {
      const fault = struck.get(session)
      void (async () => {
        const { messageId, subject, text } = await simpleParser(stream)
        if (fault?.mode === 'latency') await wait(fault.ms, undefined, { ref: false })
        const { mailFrom, rcptTo } = session.envelope
        const mail: Mail = {
          from: mailFrom ? mailFrom.address : '',
          to: rcptTo.map(({ address }) => address).join(', '),
          subject: subject ?? '',
          text: text ?? '',
        }
        const letterId = (messageId ?? '').replace(/^<|>$/g, '')
        const key = letterId.replace(/@[^@]*$/, '')
        await ledger.once(key, mail, () => ({ letterId }))
        if (fault?.mode === 'malformed') sockets.get(session.remotePort)?.end('<!doctype html>\r\n')
        else if (fault?.mode === 'half' || fault?.mode === 'lostAnswer') cut(session)
        else answer(null, `queued as ${key}`)
      })().catch(() => cut(session))
    },
  })
  server.on('error', () => undefined)
  server.server.prependListener('connection', (socket: Socket) => {
    const port = socket.remotePort ?? 0
    sockets.set(port, socket)
    socket.once('close', () => sockets.delete(port))
    if (faults.holding('mail')?.mode === 'down') socket.destroy()
  })

  return {
    service: {
      effects: () => ledger.entries(),
      close: () => ledger.close(),
      handle: () => refusal(404, 'no-such-address'),
    },
    listen: (port, host) =>
      new Promise((resolve, reject) => {
        server.server.once('error', reject)
        server.listen(port, host, () => resolve())
      }),
    port: () => (server.server.address() as AddressInfo).port,
    close: () =>
      new Promise(resolve => {
        server.close(() => resolve())
        for (const socket of sockets.values()) socket.destroy()
      }),
  }
}

/** What SMTP says where HTTP says a status: for now, or for good. */
function statusError(status: number): Error {
  const responseCode = status === 429 || status >= 500 ? 451 : 550
  return Object.assign(new Error('fault'), { responseCode })
}
