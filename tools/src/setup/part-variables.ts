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
  simulatorsUrl: string
}): PartVariables {
  return {
    ...args.base,
    KEYS_FILE: args.keysFile,
    // Tests and the demo ask more than people do.
    REQUESTS_PER_MINUTE: '1000000',
    TEMPORAL_ADDRESS: args.temporalAddress,
    ...(args.uiUrl === undefined ? {} : { TEMPORAL_UI_URL: args.uiUrl }),
    REGISTER_URL: `${args.simulatorsUrl}/register`,
    LETTERS_URL: `${args.simulatorsUrl}/letters`,
    FAMILY_SYSTEM_URL: `${args.simulatorsUrl}/family-system`,
  }
}
