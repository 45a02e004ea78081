import type { Incoming } from '../http/incoming.js'
import type { Outgoing } from '../http/outgoing.js'

/** The services this process stands in for; the name is also the path they live under. */
export const serviceNames = [
  'register',
  'mail',
  'family-system',
  'kms',
  'sts',
  'digital-post',
  'cpr',
  'cpr-events',
  'school-absence',
  'case-index',
] as const
export type ServiceName = (typeof serviceNames)[number]

/** Whether a service asks who calls: whoever calls shows a certificate. */
export const isBehindDoor = (name: ServiceName): boolean => behindDoor.includes(name)
const behindDoor: readonly ServiceName[] = [
  'register',
  'sts',
  'digital-post',
  'cpr',
  'cpr-events',
  'school-absence',
  'case-index',
]

/** A line of a service's ledger as the page and `GET /<service>/ledger` show it. */
export type Effect = { at: string; key: string; request: object; answer: object }

/** One service: what it answers, and what it has done so far. */
export type Service = {
  handle(request: Incoming): Outgoing | Promise<Outgoing>
  effects(): readonly Effect[]
  close(): Promise<void>
}
