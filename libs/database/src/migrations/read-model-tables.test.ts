import { describe, expect, it } from '@jest/globals'
import { readModelTables } from '../tables/database.js'
import { tablesWithBases } from './0013-persons-and-bases.js'

describe('the last migration of the read model', () => {
  it('lets every table of it be written, those of earlier migrations included', () => {
    expect([...tablesWithBases].sort()).toEqual([...readModelTables].sort())
  })
})
