import { readFileSync } from 'node:fs'
import { repositoryFolder } from '@brobygger/config'
import { namespacesOf } from '@brobygger/domain/codes'
import { municipality as schema, runningIn } from '@brobygger/domain/organisation'

/** The municipality that the system under test is set up from. */
export const municipality = schema.parse(
  JSON.parse(readFileSync(`${repositoryFolder}/config/municipality.json`, 'utf8')),
)

/** The administrations that run in it, and their namespaces. */
export const running = runningIn(municipality)
export const namespaces = namespacesOf(running)
