/** Set-up as a process of its own, for a system that runs from images: keys, database, the simulators'
 * certificates, Temporal. Can be repeated. */
import { loadConfig, readMunicipality } from '@brobygger/config'
import { runningIn } from '@brobygger/domain/organisation'
import { ensureDoorCertificates } from '@brobygger/simulators'
import { temporalAccess } from '@brobygger/temporal'
import { setUpTemporal } from '../engine/set-up-temporal.js'
import { turnOff } from '../engine/turn-off.js'
import { passwordsIn } from './role-passwords.js'
import { setUpStores } from './stores.js'

const say = (line: string) => {
  console.log(line)
}

try {
  const config = loadConfig(process.env, 'OWNER_DATABASE_URL', 'ROLE_DATABASE_URLS')
  const municipality = await readMunicipality(config.MUNICIPALITY_FILE)
  const running = runningIn(municipality)
  if (config.BROBYGGER_MODE !== 'production' && config.OUTWARD_CERTIFICATES !== undefined) {
    await ensureDoorCertificates(config.OUTWARD_CERTIFICATES)
  }
  const { address, tls, token } = await temporalAccess(config)
  await token?.ready
  const place = {
    address,
    ...(tls === undefined ? {} : { tls }),
    ...(token === undefined ? {} : { apiKey: token.current }),
  }
  // Before anybody's login is taken away.
  await turnOff({ place, running })
  await setUpStores({
    adminUrl: config.OWNER_DATABASE_URL,
    keysAdminUrl: config.KEYS_OWNER_DATABASE_URL ?? config.OWNER_DATABASE_URL,
    passwords: passwordsIn(config.ROLE_DATABASE_URLS, running),
    masterKeys: config,
    municipality,
    say,
  })
  await setUpTemporal({ place, running, say })
  token?.stop()
  say('Set-up is complete.')
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}
