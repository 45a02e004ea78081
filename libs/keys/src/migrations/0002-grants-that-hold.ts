import { administrations } from '@brobygger/domain/codes'
import { keyRolesOf } from '../setup/names.js'

/**
 * The receiver sees the key of a grant while the grant holds, and not after: what the view says to those who ask
 * through it, the database now says to everybody.
 */
export const grantsThatHold = `
  ${administrations.codes
    .map(code => {
      const name = code.replaceAll('-', '_')
      return `
  drop policy ${name} on keys.grant_keys;
  create policy ${name} on keys.grant_keys for select to ${keyRolesOf(code).join(', ')} using (
    to_administration = '${code}' and exists (
      select from keys.grants g where g.id = grant_keys.id and (
        g.on_file or ((g.until is null or g.until > now()) and not exists (
          select from keys.revocations r
          where r.administration = g.from_administration
            and ((r.kind = 'offer' and r.subject = g.offer) or (r.kind = 'consent' and r.subject = g.consent)))))));`
    })
    .join('\n')}`
