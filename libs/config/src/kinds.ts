import { z } from 'zod'
import { failpoints } from './failpoints.js'

/** A TCP port a process can listen on. */
export const port = z
  .string()
  .regex(/^\d+$/, 'must be a whole number')
  .transform(Number)
  .pipe(z.number().min(1, 'must be 1–65535').max(65535, 'must be 1–65535'))

/** An address of an HTTP service, without a trailing slash so that paths can be appended. */
export const httpUrl = z
  .url({ protocol: /^https?$/, error: 'must be an address such as http://127.0.0.1:4010' })
  .transform(url => url.replace(/\/+$/, ''))

/** A mail server; it may hold a password, so no error may repeat it. */
export const smtpUrl = z.url({
  protocol: /^smtps?$/,
  error: 'must be a mail server such as smtps://user:password@mail.kommune.dk:465',
})

/** A PostgreSQL connection string; it holds a password, so no error may repeat it. */
export const postgresUrl = z.url({
  protocol: /^postgres(ql)?$/,
  error: 'must be a connection string such as postgres://user:password@host:5432/brobygger',
})

/** Host and port without a scheme, as Temporal's clients take it. */
export const hostAndPort = z
  .string()
  .regex(/^[^\s/:]+:\d{1,5}$/, 'must be host:port without a scheme, such as 127.0.0.1:7233')

/** Several connection strings with white space between them. */
export const postgresUrls = z
  .string()
  .transform(text => text.split(/\s+/).filter(url => url !== ''))
  .pipe(z.array(postgresUrl).min(1, 'must hold at least one connection string'))

/** By which agreements a service of Serviceplatformen is asked: four UUIDs with white space between them. */
export const invocationContext = z
  .string()
  .transform(text => text.split(/\s+/).filter(id => id !== ''))
  .pipe(z.array(z.uuid('must be UUIDs')).length(4, 'must be four UUIDs'))
  .transform(([serviceAgreement = '', userSystem = '', user = '', service = '']) => ({
    ...{ serviceAgreement, userSystem, user, service },
  }))

/** Names of failpoints with white space between them. */
export const failpointNames = z
  .string()
  .transform(text => text.split(/\s+/).filter(name => name !== ''))
  .pipe(z.array(z.enum(failpoints, `must be of ${failpoints.join(', ')}`)))
