// The library's own container needs it.
import 'reflect-metadata'
import { webcrypto } from 'node:crypto'
import {
  BasicConstraintsExtension,
  ExtendedKeyUsage,
  ExtendedKeyUsageExtension,
  KeyUsageFlags,
  KeyUsagesExtension,
  PemConverter,
  SubjectAlternativeNameExtension,
  type X509Certificate,
  X509CertificateGenerator,
} from '@peculiar/x509'

/** A certificate and its private key, PEM. */
export interface Issued {
  readonly certificate: string
  readonly key: string
}

/** Whom a certificate is for. */
export interface Subject {
  /** Distinguished name such as `CN=simulators, O=Brobygger`. */
  readonly name: string
  /** Names under which a server is reached; none for whoever only calls. */
  readonly hosts?: readonly string[]
  /** What it may be used for. */
  readonly uses: readonly ('server' | 'client')[]
  /** When it begins and ends to hold; the authority's own span when left out. */
  readonly span?: Span
}

interface Span {
  readonly notBefore: Date
  readonly notAfter: Date
}

const ALGORITHM = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' }
const DAY = 86_400_000
/** How long what an authority issues holds, in milliseconds. */
const VALID = 365 * DAY

const usages = { server: ExtendedKeyUsage.serverAuth, client: ExtendedKeyUsage.clientAuth }

const newPair = () => webcrypto.subtle.generateKey(ALGORITHM, true, ['sign', 'verify'])

/**
 * A certificate authority that lives in this process alone. Its key is never written down: once the process has ended,
 * nobody can issue a certificate that is taken for one of its own.
 */
export class Authority {
  private constructor(
    private readonly keys: webcrypto.CryptoKeyPair,
    private readonly own: X509Certificate,
    private readonly span: Span,
  ) {}

  static async found(args: { name: string; now?: Date }): Promise<Authority> {
    const { name, now = new Date() } = args
    const span = { notBefore: new Date(now.getTime() - DAY), notAfter: new Date(now.getTime() + VALID) }
    const keys = await newPair()
    const own = await X509CertificateGenerator.createSelfSigned({
      ...span,
      name,
      keys,
      signingAlgorithm: ALGORITHM,
      extensions: [
        new BasicConstraintsExtension(true, 0, true),
        new KeyUsagesExtension(KeyUsageFlags.keyCertSign | KeyUsageFlags.cRLSign, true),
      ],
    })
    return new Authority(keys, own, span)
  }

  /** What vouches for everything it issues, PEM. */
  get certificate(): string {
    return this.own.toString('pem')
  }

  async issue({ name, hosts = [], uses, span = this.span }: Subject): Promise<Issued> {
    const pair = await newPair()
    const certificate = await X509CertificateGenerator.create({
      ...span,
      subject: name,
      issuer: this.own.subject,
      publicKey: pair.publicKey,
      signingKey: this.keys.privateKey,
      signingAlgorithm: ALGORITHM,
      extensions: [
        new BasicConstraintsExtension(false, undefined, true),
        new KeyUsagesExtension(KeyUsageFlags.digitalSignature, true),
        new ExtendedKeyUsageExtension(uses.map(use => usages[use])),
        ...(hosts.length === 0 ? [] : [new SubjectAlternativeNameExtension(hosts.map(alternative))]),
      ],
    })
    const key = await webcrypto.subtle.exportKey('pkcs8', pair.privateKey)
    return { certificate: certificate.toString('pem'), key: PemConverter.encode(key, 'PRIVATE KEY') }
  }
}

const alternative = (host: string) =>
  /^[\d.]+$/.test(host) ? ({ type: 'ip', value: host } as const) : ({ type: 'dns', value: host } as const)
