import type { Variable } from '@brobygger/config'

export type PartVariables = Readonly<Partial<Record<Variable, string>>>

/** Variables that every part of a system on this machine is started with, the login too. */
export function baseVariables(args: {
  secure: boolean
  dataDir: string
  municipalityFile: string
  logLevel: string
  loginUrl: string
}): PartVariables {
  return {
    BROBYGGER_MODE: args.secure ? 'secure' : 'development',
    DATA_DIR: args.dataDir,
    MUNICIPALITY_FILE: args.municipalityFile,
    LOG_LEVEL: args.logLevel,
    OIDC_ISSUER: args.loginUrl,
  }
}

/** Variables of every part that works on cases. */
export function commonVariables(args: {
  base: PartVariables
  keysFile: string
  temporalAddress: string
  uiUrl: string | undefined
  simulators: SimulatorsPlace
}): PartVariables {
  return {
    ...args.base,
    KEYS_FILE: args.keysFile,
    // Tests and the demo ask more than people do.
    REQUESTS_PER_MINUTE: '1000000',
    TEMPORAL_ADDRESS: args.temporalAddress,
    ...(args.uiUrl === undefined ? {} : { TEMPORAL_UI_URL: args.uiUrl }),
    ...simulatedSystems(args.simulators),
  }
}

/** Where the simulators are. */
export interface SimulatorsPlace {
  readonly url: string
  /** Of those that ask who calls. */
  readonly doorUrl: string
  readonly smtpUrl: string
  /** Folder with the certificates of the door. */
  readonly certificates: string
  /** Our secret at the schools' own system. */
  readonly schoolSecret: string
}

/** Where a part finds the systems around the municipality while the simulators stand in for them. */
const simulatedSystems = ({
  url,
  doorUrl,
  smtpUrl,
  certificates,
  schoolSecret,
}: SimulatorsPlace): PartVariables => ({
  REGISTER_URL: `${doorUrl}/register`,
  REGISTER_SYSTEM_ID: 'brobygger',
  FAMILY_SYSTEM_URL: `${url}/family-system`,
  PERSON_EVENTS_URL: `${doorUrl}/cpr-events`,
  SCHOOL_ABSENCE_URL: `${doorUrl}/school-absence`,
  SCHOOL_ABSENCE_TOKEN_URL: `${doorUrl}/school-absence/token`,
  SCHOOL_ABSENCE_CLIENT_ID: 'brobygger',
  SCHOOL_ABSENCE_CLIENT_SECRET: schoolSecret,
  PERSON_REGISTER_URL: `${doorUrl}/cpr`,
  CASE_INDEX_URL: `${doorUrl}/case-index`,
  DIGITAL_POST_URL: `${doorUrl}/digital-post`,
  STS_URL: `${doorUrl}/sts`,
  LETTER_PRINT_TYPE: '265',
  SMTP_URL: smtpUrl,
  OUTWARD_CERTIFICATES: certificates,
})
