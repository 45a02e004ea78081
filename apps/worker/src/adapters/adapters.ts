import type { Ports } from '../ports/ports.js'
import { httpFamilyCaseSystem } from './http-family-case-system.js'
import { httpInstitutionRegister } from './http-institution-register.js'
import { httpLetters } from './http-letters.js'
import { practiceFamilyCaseSystem } from './practice-family-case-system.js'
import { type KnownInstitution, practiceInstitutionRegister } from './practice-institution-register.js'
import { practiceLetters } from './practice-letters.js'

/** Base address of each service. */
export type ServiceUrls = Record<keyof Ports, string>

/** Practice knows the municipality's institutions and no address: it cannot reach out even by mistake. */
export type AdapterOptions =
  { practice: false; urls: ServiceUrls } | { practice: true; institutions: readonly KnownInstitution[] }

/** The adapters a worker binds: over HTTP for real cases, in memory for practice cases. */
export function adapters(options: AdapterOptions): Ports {
  if (options.practice) {
    return {
      institutionRegister: practiceInstitutionRegister(options.institutions),
      letters: practiceLetters(),
      familyCaseSystem: practiceFamilyCaseSystem(),
    }
  }
  const { urls } = options
  return {
    institutionRegister: httpInstitutionRegister({ baseUrl: urls.institutionRegister }),
    letters: httpLetters({ baseUrl: urls.letters }),
    familyCaseSystem: httpFamilyCaseSystem({ baseUrl: urls.familyCaseSystem }),
  }
}
