import { describe, expect, it } from '@jest/globals'
import { readModelTables } from '../tables/database.js'
import { tablesWithErasure } from './0019-erasure.js'

describe('the last migration of the read model', () => {
  it('lets every table of it be written, those of earlier migrations included', () => {
    expect([...tablesWithErasure].sort()).toEqual([...readModelTables].sort())
  })
})
