import { describe, expect, it } from '@jest/globals'
import { readModelTables } from '../tables/database.js'
import { tablesWithAccessReviews } from './0022-access-reviews.js'

describe('the last migration of the read model', () => {
  it('lets every table of it be written, those of earlier migrations included', () => {
    expect([...tablesWithAccessReviews].sort()).toEqual([...readModelTables].sort())
  })
})
