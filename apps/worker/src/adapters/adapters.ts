import type { Administration } from '@brobygger/domain/codes'
import type { Municipality } from '@brobygger/domain/organisation'
import type { PersonRegister, Vault } from '@brobygger/vault'
import type { CaseIndex } from '../ports/case-index.js'
import type { Ports } from '../ports/ports.js'
import { noCaseIndex } from './case-index/no-case-index.js'
import { practiceCaseIndex } from './case-index/practice-case-index.js'
import { CASE_INDEX_ENTITY, sf1470CaseIndex } from './case-index/sf1470-case-index.js'
import type { Outside } from './outbound/exchange.js'
import { Breakers, type BreakerStore } from './outbound/breakers.js'
import { KOMBI_ENTITY, sf1601DigitalPost } from './digital-post/digital-post.js'
import { smtpMailer } from './email/smtp-mailer.js'
import { httpFamilyCaseSystem } from './http-family-case-system.js'
import {
  type KnownInstitution,
  practiceInstitutionRegister,
} from './institutions/practice-institution-register.js'
import { wsiinstInstitutionRegister } from './institutions/wsiinst-institution-register.js'
import { addressesIn } from './letters/addresses.js'
import { lettersByChannel } from './letters/letters-by-channel.js'
import { clientCredentials, type OAuthClient } from './outbound/client-credentials.js'
import type { Endpoint } from './outbound/http-call.js'
import { connectionsTo, type OwnCertificate } from './outbound/own-certificate.js'
import { stsTokens } from './outbound/sts-tokens.js'
import { manualFamilyCaseSystem } from './manual-family-case-system.js'
import { httpPersonEvents } from './person-events/http-person-events.js'
import { practicePersonEvents } from './person-events/practice-person-events.js'
import { httpSchoolAbsence } from './school-absence/http-school-absence.js'
import { practiceSchoolAbsence } from './school-absence/practice-school-absence.js'
import { practicePersonRegister } from './persons/practice-person-register.js'
import { sf1520PersonRegister, type InvocationContext } from './persons/sf1520-person-register.js'
import { practiceFamilyCaseSystem } from './practice-family-case-system.js'
import { practiceLetters } from './practice-letters.js'

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

/** Where the worker of an administration finds who a case is about, and how the municipality's own systems are reached. */
export interface Knowledge {
  readonly administration: Administration
  readonly systems: Municipality['systems']
  /** Undefined where the municipality is not connected to the case index. */
  readonly caseIndex: Municipality['caseIndex']
  readonly vault: Pick<Vault, 'get'> & { readonly persons: Pick<PersonRegister, 'ofCase'> }
}

/** What a worker shares with all others. */
export interface Shared {
  /** Which systems are left alone for a while. */
  readonly breakers: BreakerStore
  /** Whether a caseworker waits for the call that is being made. */
  readonly hurried: () => boolean
}

/** Practice knows the municipality's institutions and no address outside: it cannot reach out even by mistake. */
export type AdapterOptions = Knowledge &
  (
    | ({ practice: false; outside: OutsideWorld } & Shared)
    | { practice: true; institutions: readonly KnownInstitution[]; municipalityCode: string }
  )

/** The adapters a worker binds: to the systems around the municipality for real cases, in memory for practice cases. */
export function adapters(options: AdapterOptions): Ports {
  const { administration, systems, vault } = options
  const isManual = systems.familyCaseSystem === 'manual'
  const personsOf = (caseId: string) => vault.persons.ofCase({ administration, caseId })
  if (options.practice) {
    return {
      institutionRegister: practiceInstitutionRegister(options.institutions),
      letters: practiceLetters({ personsOf }),
      personEvents: practicePersonEvents(),
      schoolAbsence: practiceSchoolAbsence(),
      personRegister: practicePersonRegister(options.municipalityCode),
      caseIndex: options.caseIndex === undefined ? noCaseIndex() : practiceCaseIndex(),
      familyCaseSystem: isManual ? manualFamilyCaseSystem() : practiceFamilyCaseSystem(),
    }
  }
  const { urls, own, municipality, agreements, printType, staffDomain, requiresTls } = options.outside
  const breakers = new Breakers(options.breakers, options.hurried)
  const register = wsiinstInstitutionRegister(
    { baseUrl: urls.institutionRegister, dispatcher: connectionsTo('institutionRegister', own) },
    options.outside.registerSystemId,
  )
  const family = httpFamilyCaseSystem({
    baseUrl: urls.familyCaseSystem,
    dispatcher: connectionsTo('familyCaseSystem'),
  })
  const feed = httpPersonEvents({
    baseUrl: urls.personEvents,
    dispatcher: connectionsTo('personEvents', own),
  })
  const schools = httpSchoolAbsence(schoolAbsence(options.outside))
  const persons = sf1520PersonRegister(
    { baseUrl: urls.personRegister, dispatcher: connectionsTo('personRegister', own) },
    agreements,
  )
  const mailer = smtpMailer({ url: urls.smtp, domain: staffDomain, requiresTls })
  const post = digitalPost({ urls, own, municipality, printType })
  const index = caseIndex({ urls, own, municipality }, options.caseIndex)
  return {
    institutionRegister: {
      find: query => breakers.call('institutionRegister', () => register.find(query)),
    },
    familyCaseSystem: isManual
      ? manualFamilyCaseSystem()
      : {
          open: opening => breakers.call('familyCaseSystem', () => family.open(opening)),
          forget: forgetting => breakers.call('familyCaseSystem', () => family.forget(forgetting)),
        },
    caseIndex: {
      keep: entry => breakers.call('caseIndex', () => index.keep(entry)),
      search: query => breakers.call('caseIndex', () => index.search(query)),
      remove: of => breakers.call('caseIndex', () => index.remove(of)),
    },
    personEvents: {
      after: position => breakers.call('personEvents', () => feed.after(position)),
    },
    schoolAbsence: {
      after: position => breakers.call('schoolAbsence', () => schools.after(position)),
    },
    personRegister: {
      lookUp: query => breakers.call('personRegister', () => persons.lookUp(query)),
    },
    letters: lettersByChannel({
      addresses: addressesIn({
        staffDomain,
        personsOf,
        // A letter goes where it is meant to, whatever is hidden from people.
        contact: (ref, caseId) => vault.get({ ref, as: [administration], whereaboutsOf: [caseId] }),
      }),
      mailer: { send: mail => breakers.call('email', () => mailer.send(mail)) },
      digitalPost: { send: letter => breakers.call('digitalPost', () => post.send(letter)) },
      municipality: municipality.name,
    }),
  }
}

function schoolAbsence({ urls, own, schoolClient }: OutsideWorld): Endpoint {
  const system = 'schoolAbsence'
  const dispatcher = connectionsTo(system, own)
  const tokens = schoolClient && clientCredentials({ system, dispatcher, ...schoolClient })
  return { baseUrl: urls.schoolAbsence, dispatcher, ...(tokens && { tokens }) }
}

function digitalPost({
  urls,
  own,
  municipality,
  printType,
}: Pick<OutsideWorld, 'urls' | 'own' | 'municipality' | 'printType'>) {
  const { cvr, name } = municipality
  const outside = behindTokens('digitalPost', KOMBI_ENTITY, { urls, own, municipality })
  return sf1601DigitalPost(outside, { cvr, label: name, printType })
}

function caseIndex(
  world: Pick<OutsideWorld, 'urls' | 'own' | 'municipality'>,
  known: Municipality['caseIndex'],
): CaseIndex {
  if (known === undefined) return noCaseIndex()
  return sf1470CaseIndex(behindTokens('caseIndex', CASE_INDEX_ENTITY, world), {
    ...world.municipality,
    known,
  })
}

/** A system that takes our certificate with a token of Adgangsstyring's. */
function behindTokens(
  system: 'digitalPost' | 'caseIndex',
  entityId: string,
  { urls, own, municipality: { cvr } }: Pick<OutsideWorld, 'urls' | 'own' | 'municipality'>,
): Omit<Outside, 'system'> {
  const dispatcher = connectionsTo(system, own)
  const tokens =
    own &&
    stsTokens({ system, baseUrl: urls.sts, dispatcher }, { cvr, certificate: own.certificate, entityId })
  return { baseUrl: urls[system], dispatcher, ...(tokens && { tokens }) }
}
