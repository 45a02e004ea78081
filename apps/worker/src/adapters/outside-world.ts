import { ConfigError, type Config } from '@brobygger/config'
import type { Municipality } from '@brobygger/domain/organisation'
import type { InvocationContext } from './persons/sf1520-person-register.js'
import type { OAuthClient } from './outbound/client-credentials.js'
import { readOwnCertificate, type OwnCertificate } from './outbound/own-certificate.js'

/** Where the systems of real cases are, and who we are to them. */
export interface OutsideWorld {
  /** Base addresses, without a slash at the end. */
  readonly urls: {
    readonly institutionRegister: string
    readonly familyCaseSystem: string
    readonly digitalPost: string
    readonly caseIndex: string
    /** The feed of events of the CPR register. */
    readonly personEvents: string
    /** The schools' feed of absence. */
    readonly schoolAbsence: string
    /** CPR itself. */
    readonly personRegister: string
    /** Of the security token service that opens Digital Post and the case index. */
    readonly sts: string
    /** Of the mail server, with its password. */
    readonly smtp: string
  }
  /** What we show to systems that ask who calls. */
  readonly own: OwnCertificate | undefined
  /** Our system's id with the institution register. */
  readonly registerSystemId: string
  readonly municipality: { readonly name: string; readonly cvr: string }
  /** How we get the tokens that open the schools' own system; undefined where the certificate alone does. */
  readonly schoolClient: Pick<OAuthClient, 'tokenUrl' | 'id' | 'secret'> | undefined
  /** How a printer knows our letters on paper; null without one. */
  readonly printType: number | null
  /** By which agreements CPR is asked. */
  readonly agreements: InvocationContext
  /** Staff read their mail at `<id>@` this domain. */
  readonly staffDomain: string
  /** Whether nothing may go in clear: in production. */
  readonly requiresTls: boolean
}

/** What of the environment says where the systems around the municipality are. */
export type OutsideConfig = Pick<
  Config,
  | 'BROBYGGER_MODE'
  | 'CASE_INDEX_URL'
  | 'DIGITAL_POST_URL'
  | 'FAMILY_SYSTEM_URL'
  | 'LETTER_PRINT_TYPE'
  | 'MUNICIPALITY_CODE'
  | 'MUNICIPALITY_CVR'
  | 'OUTWARD_CERTIFICATES'
  | 'PERSON_EVENTS_URL'
  | 'REGISTER_SYSTEM_ID'
  | 'PERSON_REGISTER_CONTEXT'
  | 'PERSON_REGISTER_URL'
  | 'REGISTER_URL'
  | 'SCHOOL_ABSENCE_CLIENT_ID'
  | 'SCHOOL_ABSENCE_CLIENT_SECRET'
  | 'SCHOOL_ABSENCE_TOKEN_URL'
  | 'SCHOOL_ABSENCE_URL'
  | 'SMTP_URL'
  | 'STAFF_MAIL_DOMAIN'
  | 'STS_URL'
>

/** Reads where they are, and our certificate. */
export async function outsideWorld(
  config: OutsideConfig,
  municipality: Pick<Municipality, 'name'>,
): Promise<OutsideWorld> {
  const folder = config.OUTWARD_CERTIFICATES
  return {
    urls: {
      institutionRegister: config.REGISTER_URL,
      familyCaseSystem: config.FAMILY_SYSTEM_URL,
      digitalPost: config.DIGITAL_POST_URL,
      caseIndex: config.CASE_INDEX_URL,
      personEvents: config.PERSON_EVENTS_URL,
      schoolAbsence: config.SCHOOL_ABSENCE_URL,
      personRegister: config.PERSON_REGISTER_URL,
      sts: config.STS_URL,
      smtp: config.SMTP_URL,
    },
    own: folder === undefined ? undefined : await readOwnCertificate(folder),
    registerSystemId: config.REGISTER_SYSTEM_ID,
    agreements: config.PERSON_REGISTER_CONTEXT,
    municipality: { name: municipality.name, cvr: config.MUNICIPALITY_CVR },
    schoolClient: schoolClientIn(config),
    printType: config.LETTER_PRINT_TYPE ?? null,
    staffDomain: config.STAFF_MAIL_DOMAIN,
    requiresTls: config.BROBYGGER_MODE === 'production',
  }
}

/** @throws ConfigError when tokens are to be asked for, and it is not said as whom */
function schoolClientIn(config: OutsideConfig): OutsideWorld['schoolClient'] {
  const { SCHOOL_ABSENCE_TOKEN_URL: tokenUrl } = config
  if (tokenUrl === undefined) return undefined
  const missing = (['SCHOOL_ABSENCE_CLIENT_ID', 'SCHOOL_ABSENCE_CLIENT_SECRET'] as const)
    .filter(name => config[name] === undefined)
    .map(name => ({ name, problem: 'must be set beside SCHOOL_ABSENCE_TOKEN_URL' }))
  if (missing.length > 0) throw new ConfigError(missing)
  const { SCHOOL_ABSENCE_CLIENT_ID: id = '', SCHOOL_ABSENCE_CLIENT_SECRET: secret = '' } = config
  return { tokenUrl, id, secret }
}
