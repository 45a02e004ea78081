import { describe, expect, it } from '@jest/globals'
import { readModelTables } from '../tables/database.js'
import { tablesWithPersonLookUps } from './0026-person-look-ups.js'

describe('the last migration of the read model', () => {
  it('lets every table of it be written, those of earlier migrations included', () => {
    expect([...tablesWithPersonLookUps].sort()).toEqual([...readModelTables].sort())
  })
})
