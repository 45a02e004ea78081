import { randomInt } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'

/** Between two tries, in milliseconds, and how many there are. */
const PAUSE = 300
const TRIES = 200

/** A number like a CPR number, of a month that does not exist: it is nobody's, and another one each time. */
export const nobodysNumber = (): string =>
  `0125${String(randomInt(10, 100))}${String(randomInt(1_000, 10_000))}`

/** Who has custody, by SF1520's codes: 3 the mother, 4 the father. */
const custody = [3, 4].map(type => ({ type, number: nobodysNumber() }))

/** Puts a new child into the simulated register of persons; gives its number. @throws Error when the register stays away */
export async function newChild(simulatorsUrl: string): Promise<string> {
  const number = nobodysNumber()
  for (let tries = 0; tries < TRIES; tries++) {
    if (await isTaken(`${simulatorsUrl}/cpr/persons`, { number, name: 'Prøve Testsen', custody }))
      return number
    await sleep(PAUSE)
  }
  throw new Error('the simulated register of persons does not answer')
}

async function isTaken(url: string, person: object): Promise<boolean> {
  try {
    return (await fetch(url, { method: 'PUT', body: JSON.stringify(person) })).ok
  } catch {
    return false
  }
}
