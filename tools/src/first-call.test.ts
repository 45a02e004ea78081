import { readFileSync } from 'node:fs'
import { concernForm } from '@brobygger/domain/messages'
import { describe, expect, it } from '@jest/globals'
import { firstCall, firstConcern, firstPerson } from './first-call.js'

describe('firstCall', () => {
  it('sends a concern that the form accepts', () => {
    expect(concernForm.safeParse(firstConcern).error).toBeUndefined()
  })

  it('names a person and an institution of the demo municipality', () => {
    const municipality = readFileSync(new URL('../../config/municipality.json', import.meta.url), 'utf8')
    expect(municipality).toContain(`"${firstPerson}"`)
    expect(municipality).toContain(`"${firstConcern.institution}"`)
    expect(firstCall('http://127.0.0.1:3000')).toContain(JSON.stringify(firstConcern))
  })

  it('holds no apostrophe, which would end the shell’s quotation', () => {
    expect(JSON.stringify(firstConcern)).not.toContain("'")
  })
})
