import type { Administration } from '@brobygger/domain/codes'
import type { Municipality } from '@brobygger/domain/organisation'
import type { PersonRegister, Vault } from '@brobygger/vault'
import type { CaseIndex } from '../ports/case-index.js'
import type { Ports } from '../ports/ports.js'
import { noCaseIndex } from './case-index/no-case-index.js'
import { practiceCaseIndex } from './case-index/practice-case-index.js'
import { sf1470CaseIndex } from './case-index/sf1470-case-index.js'
import { exchange } from './outbound/exchange.js'
import type { Breakers } from './outbound/breakers.js'
import { sf1601DigitalPost } from './digital-post/digital-post.js'
import { smtpMailer } from './email/smtp-mailer.js'
import { httpFamilyCaseSystem } from './http-family-case-system.js'
import {
  type KnownInstitution,
  practiceInstitutionRegister,
} from './institutions/practice-institution-register.js'
import { wsiinstInstitutionRegister } from './institutions/wsiinst-institution-register.js'
import { addressesIn } from './letters/addresses.js'
import { lettersByChannel } from './letters/letters-by-channel.js'
import { endpoints } from './endpoints.js'
import type { OutsideWorld } from './outside-world.js'
import type { Endpoint } from './outbound/http-call.js'
import { manualFamilyCaseSystem } from './manual-family-case-system.js'
import { httpPersonEvents } from './person-events/http-person-events.js'
import { practicePersonEvents } from './person-events/practice-person-events.js'
import { httpSchoolAbsence } from './school-absence/http-school-absence.js'
import { practiceSchoolAbsence } from './school-absence/practice-school-absence.js'
import { practicePersonRegister } from './persons/practice-person-register.js'
import { sf1520PersonRegister } from './persons/sf1520-person-register.js'
import { practiceFamilyCaseSystem } from './practice-family-case-system.js'
import { practiceLetters } from './practice-letters.js'

/** Where the worker of an administration finds who a case is about, and how the municipality's own systems are reached. */
export interface Knowledge {
  readonly administration: Administration
  readonly systems: Municipality['systems']
  /** Undefined where the municipality is not connected to the case index. */
  readonly caseIndex: Municipality['caseIndex']
  readonly vault: Pick<Vault, 'get'> & { readonly persons: Pick<PersonRegister, 'ofCase'> }
}

/** Practice knows the municipality's institutions and no address outside: it cannot reach out even by mistake. */
export type AdapterOptions = Knowledge &
  (
    | { practice: false; outside: OutsideWorld; breakers: Breakers }
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
  const { outside, breakers } = options
  const { municipality, staffDomain } = outside
  const at = endpoints(outside)
  const guarded = (system: keyof typeof at) =>
    breakers.guard(system, () => exchange({ ...at[system], system }, KNOCK))
  const { name: label, cvr } = municipality
  const { printType, requiresTls } = outside
  const register = wsiinstInstitutionRegister(at.institutionRegister, outside.registerSystemId)
  const family = httpFamilyCaseSystem(at.familyCaseSystem)
  const index = caseIndex(at.caseIndex, municipality, options.caseIndex)
  const feed = httpPersonEvents(at.personEvents)
  const schools = httpSchoolAbsence(at.schoolAbsence)
  const cpr = sf1520PersonRegister(at.personRegister, outside.agreements)
  const post = sf1601DigitalPost(at.digitalPost, { cvr, label, printType })
  const mailer = smtpMailer({ url: outside.urls.smtp, domain: staffDomain, requiresTls })
  const toRegister = guarded('institutionRegister')
  const toFamily = guarded('familyCaseSystem')
  const toIndex = guarded('caseIndex')
  const toFeed = guarded('personEvents')
  const toSchools = guarded('schoolAbsence')
  const toCpr = guarded('personRegister')
  const toPost = guarded('digitalPost')
  const toMail = breakers.guard('email', () => mailer.knock())
  return {
    institutionRegister: { find: query => toRegister(() => register.find(query)) },
    familyCaseSystem: isManual
      ? manualFamilyCaseSystem()
      : {
          open: opening => toFamily(() => family.open(opening)),
          forget: forgetting => toFamily(() => family.forget(forgetting)),
        },
    caseIndex: {
      keep: entry => toIndex(() => index.keep(entry)),
      search: query => toIndex(() => index.search(query)),
      remove: of => toIndex(() => index.remove(of)),
    },
    personEvents: { after: position => toFeed(() => feed.after(position)) },
    schoolAbsence: { after: position => toSchools(() => schools.after(position)) },
    personRegister: { lookUp: query => toCpr(() => cpr.lookUp(query)) },
    letters: lettersByChannel({
      addresses: addressesIn({
        staffDomain,
        personsOf,
        // A letter goes where it is meant to, whatever is hidden from people.
        contact: (ref, caseId) => vault.get({ ref, as: [administration], whereaboutsOf: [caseId] }),
      }),
      mailer: { send: mail => toMail(() => mailer.send(mail)) },
      digitalPost: { send: letter => toPost(() => post.send(letter)) },
      municipality: label,
    }),
  }
}

/** Asks whether a system answers at all: whatever it says to this, it is there. */
const KNOCK = { method: 'GET', path: '', purpose: 'availability' } as const

const caseIndex = (
  at: Endpoint,
  { name, cvr }: OutsideWorld['municipality'],
  known: Municipality['caseIndex'],
): CaseIndex => (known === undefined ? noCaseIndex() : sf1470CaseIndex(at, { name, cvr, known }))
