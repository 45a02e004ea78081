// The library's own container needs it.
import 'reflect-metadata'
import { webcrypto } from 'node:crypto'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import {
  BasicConstraintsExtension,
  ExtendedKeyUsage,
  ExtendedKeyUsageExtension,
  KeyUsageFlags,
  KeyUsagesExtension,
  PemConverter,
  SubjectAlternativeNameExtension,
  X509Certificate,
  X509CertificateGenerator,
} from '@peculiar/x509'

/** Files of a server that proves who it is. */
export interface ServerCertificate {
  /** What vouches for it. */
  readonly ca: string
  readonly certificate: string
  readonly key: string
}

/** The name under which the server's parts know each other. */
export const SERVER_NAME = 'temporal.brobygger.internal'

const ALGORITHM = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' }
const DAY = 86_400_000
const VALID = 365 * DAY
/** A certificate with less left is made anew at the next start. */
const LEFT = 30 * DAY

/**
 * A certificate for a server on this machine, from an authority of its own, kept in a folder. The authority's key is
 * forgotten as soon as it has signed: nobody can make another certificate that is taken for this server's.
 */
export async function ensureCertificate(folder: string, now = new Date()): Promise<ServerCertificate> {
  const files = {
    ca: join(folder, 'ca.pem'),
    certificate: join(folder, 'server.pem'),
    key: join(folder, 'server.key'),
  }
  if (await holds(files.certificate, now)) return files
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const { ca, certificate, key } = await make(now)
  await writeFile(files.ca, ca)
  await writeFile(files.key, key, { mode: 0o600 })
  // Last: as long as it is missing, or an old one, everything is made anew.
  await writeFile(files.certificate, certificate)
  return files
}

async function holds(file: string, now: Date): Promise<boolean> {
  try {
    const { notAfter } = new X509Certificate(await readFile(file, 'utf8'))
    return notAfter.getTime() - now.getTime() > LEFT
  } catch {
    return false
  }
}

async function make(now: Date): Promise<{ ca: string; certificate: string; key: string }> {
  const span = { notBefore: new Date(now.getTime() - DAY), notAfter: new Date(now.getTime() + VALID) }
  const pair = () => webcrypto.subtle.generateKey(ALGORITHM, true, ['sign', 'verify'])
  const authority = await pair()
  const ca = await X509CertificateGenerator.createSelfSigned({
    ...span,
    name: 'CN=Brobygger on this machine',
    keys: authority,
    signingAlgorithm: ALGORITHM,
    extensions: [
      new BasicConstraintsExtension(true, 0, true),
      new KeyUsagesExtension(KeyUsageFlags.keyCertSign | KeyUsageFlags.cRLSign, true),
    ],
  })
  const server = await pair()
  const certificate = await X509CertificateGenerator.create({
    ...span,
    subject: `CN=${SERVER_NAME}`,
    issuer: ca.subject,
    publicKey: server.publicKey,
    signingKey: authority.privateKey,
    signingAlgorithm: ALGORITHM,
    extensions: [
      new BasicConstraintsExtension(false, undefined, true),
      new KeyUsagesExtension(KeyUsageFlags.digitalSignature, true),
      // Its parts are each other's clients.
      new ExtendedKeyUsageExtension([ExtendedKeyUsage.serverAuth, ExtendedKeyUsage.clientAuth]),
      new SubjectAlternativeNameExtension([
        { type: 'dns', value: SERVER_NAME },
        { type: 'dns', value: 'localhost' },
        { type: 'ip', value: '127.0.0.1' },
      ]),
    ],
  })
  const key = await webcrypto.subtle.exportKey('pkcs8', server.privateKey)
  return {
    ca: ca.toString('pem'),
    certificate: certificate.toString('pem'),
    key: PemConverter.encode(key, 'PRIVATE KEY'),
  }
}
