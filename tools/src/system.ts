import { join } from 'node:path'
import { readMunicipality, type Variable } from '@brobygger/config'
import { apiRole, logReaderRole, logSealerRole, ownerRole } from '@brobygger/database'
import type { Administration } from '@brobygger/domain/codes'
import { runningIn, type Municipality } from '@brobygger/domain/organisation'
import { ensureDoorCertificates } from '@brobygger/simulators'
import type { Environment } from './environment.js'
import { claimDataFolder } from './data-folder.js'
import { findEngine } from './engine/find-engine.js'
import { keepInnerPorts } from './engine/inner-ports.js'
import { setUpTemporal } from './engine/set-up-temporal.js'
import { turnOff } from './engine/turn-off.js'
import { type Say, timed } from './progress.js'
import { apiClient, ensureLoginClients, secretOf, siteClient, workerClient } from './login/login-clients.js'
import { forgetSystem, headsFileIn, noteSystem } from './running-system.js'
import { apiPart, loginPart, sealerPart, simulatorsPart, uiGatePart, workerParts } from './setup/app-parts.js'
import { settleDatabase } from './setup/database.js'
import { baseVariables, commonVariables, type PartVariables } from './setup/part-variables.js'
import { ensureSecrets } from './setup/secrets.js'
import { setUpStores, urlOf } from './setup/stores.js'
import { makeSecure } from './secure/secure.js'
import { Supervisor } from './supervise/supervisor.js'
import { type KnownPorts, settlePorts, type SystemPorts } from './system-ports.js'

export interface SystemOptions {
  /** Folder for everything that is kept: data, passwords, keys, logs. One system at a time runs on it. */
  readonly dataDir: string
  /** Ports to use; a free one is found for each that is left out. */
  readonly ports?: Partial<KnownPorts>
  /** Whether Temporal UI is wanted. */
  readonly ui: boolean
  /** Whether everybody has to log in, and the Temporal server to check who calls. */
  readonly secure?: boolean
  /** File with the municipality to load. */
  readonly municipalityFile: string
  /** The least severe lines that the parts log. */
  readonly logLevel: string
  /** Environment that TEMPORAL_ADDRESS, DATABASE_URL, the cache folder and what tests do to parts are taken from. */
  readonly env: Environment
  readonly log: Say
  /** Stops a start that is under way. */
  readonly signal?: AbortSignal
  /** Told when a part cannot be kept running; everything else has been stopped by then. */
  readonly onFailure: (reason: Error) => void
}

/** A running system. */
export interface System {
  readonly apiUrl: string
  /** The login's issuer. */
  readonly loginUrl: string
  readonly uiUrl: string | undefined
  readonly simulatorsUrl: string
  readonly temporalAddress: string
  /** PostgreSQL, as the role that may do everything; for set-up and tests. */
  readonly adminUrl: string
  readonly keysFile: string
  readonly dataDir: string
  /** The administrations that run. */
  readonly running: readonly Administration[]
  /** Names of the processes, in the order of their start. */
  readonly parts: readonly string[]
  /** Kills a part without warning; resolves when it has been started again and serves. */
  kill(part: string): Promise<void>
  /** Ends a part in order; resolves when it has been started again and serves. */
  restart(part: string): Promise<void>
  /** Stops every process. Data stays. */
  stop(): Promise<void>
}

/**
 * Starts the whole system and resolves when every part serves. What is already set up is left as it is, so the
 * same folder can be started again and again.
 *
 * @throws Error that says which part failed and why; nothing is left running then
 */
export async function startSystem(options: SystemOptions): Promise<System> {
  const municipality = await readMunicipality(options.municipalityFile)
  const ports = await settlePorts(options.ports ?? {}, runningIn(municipality).length)
  const release = await claimDataFolder(options.dataDir, localUrl(ports.api))
  let serves = false
  try {
    const supervisor = await Supervisor.open({
      dataDir: options.dataDir,
      say: options.log,
      onFailure: reason => {
        // During the start the failure is thrown to whoever started.
        if (!serves) return
        void stop().finally(() => {
          options.onFailure(reason)
        })
      },
    })
    const over = new AbortController()
    const stop = async () => {
      over.abort()
      await forgetSystem(options.dataDir)
      await supervisor.stop()
      await release()
    }
    try {
      const started = await Promise.race([
        startParts({ options, municipality, ports, supervisor, over: over.signal }),
        aborted(options.signal),
      ])
      serves = true
      return { ...started, stop }
    } catch (error) {
      await supervisor.stop()
      throw error
    }
  } catch (error) {
    await release()
    throw error
  }
}

/** Rejects when the signal comes; never resolves. */
function aborted(signal: AbortSignal | undefined): Promise<never> {
  return new Promise((_, reject) => {
    signal?.addEventListener('abort', () => {
      reject(new Error('The start was interrupted.'))
    })
  })
}

/** Those of the variables that the environment sets. */
function setIn(env: Environment, names: readonly Variable[]): PartVariables {
  return Object.fromEntries(names.flatMap(name => (env[name] === undefined ? [] : [[name, env[name]]])))
}

const localUrl = (port: number) => `http://127.0.0.1:${String(port)}`

async function startParts(args: {
  options: SystemOptions
  municipality: Municipality
  ports: SystemPorts
  supervisor: Supervisor
  /** Tells when everything stops. */
  over: AbortSignal
}): Promise<Omit<System, 'stop'>> {
  const { options, municipality, ports, supervisor } = args
  const running = runningIn(municipality)
  const { dataDir, env, log } = options
  const secrets = await ensureSecrets(dataDir, running)
  const apiUrl = localUrl(ports.api)
  const loginUrl = localUrl(ports.login)
  const simulatorsUrl = localUrl(ports.simulators)
  const keysFile = join(dataDir, 'keys.json')
  const codecUrl = `${apiUrl}/api/codec`
  const certificates = join(dataDir, 'outward')
  await ensureDoorCertificates(certificates)

  // The database starts while the engine is looked for, which can take minutes the first time.
  const startDatabase = async () => {
    const database = await settleDatabase({
      env,
      dataDir,
      port: ports.postgres,
      password: secrets.postgres,
      say: log,
    })
    if (database.part) await supervisor.start(database.part)
    return database
  }
  const base = baseVariables({
    secure: options.secure === true,
    dataDir,
    municipalityFile: options.municipalityFile,
    logLevel: options.logLevel,
    loginUrl,
  })
  const uiUrl = options.secure === true ? `https://127.0.0.1:${String(ports.ui)}` : localUrl(ports.ui)
  const loginSecrets = await ensureLoginClients({ dataDir, apiUrl, uiUrl, running })
  const secure =
    options.secure === true ? await makeSecure({ dataDir, loginUrl, secrets: loginSecrets }) : undefined
  if (secure) args.over.addEventListener('abort', secure.stop)
  const { temporal } = ports
  const inner = await keepInnerPorts({ folder: join(dataDir, 'temporal'), free: temporal.inner })
  const [engine, database] = await Promise.all([
    findEngine({
      env,
      dataDir,
      ports: { ...ports, temporal: { ...temporal, inner } },
      ui: options.ui,
      running,
      uiUrl,
      codecEndpoint: secure ? `${uiUrl}/codec` : codecUrl,
      ...(secure && { secure }),
      say: log,
    }),
    startDatabase(),
    supervisor.start(
      loginPart({ base, port: ports.login, url: loginUrl, tokenSeconds: env['LOGIN_TOKEN_SECONDS'] }),
    ),
  ])
  await secure?.ready
  await supervisor.start(...engine.serverParts)
  const place = { address: engine.address, ...secure?.credentials() }
  await turnOff({ place, running })
  const keysAdminUrl = env['KEYS_OWNER_DATABASE_URL'] ?? database.adminUrl
  const [urls] = await Promise.all([
    timed(log, 'keys, roles, schema and municipality', () =>
      setUpStores({
        adminUrl: database.adminUrl,
        keysAdminUrl,
        passwords: secrets.roles,
        masterKeys: { MASTER_KEYS: 'file', KEYS_FILE: keysFile },
        municipality,
        say: log,
      }),
    ),
    timed(log, 'namespaces, search attributes and Nexus endpoints', () =>
      setUpTemporal({ place, running, say: log }),
    ),
  ])
  const common = commonVariables({
    base,
    keysFile,
    temporalAddress: engine.address,
    uiUrl: engine.uiUrl,
    simulators: {
      url: simulatorsUrl,
      doorUrl: `https://127.0.0.1:${String(ports.door)}`,
      smtpUrl: `smtp://127.0.0.1:${String(ports.smtp)}`,
      certificates,
      schoolSecret: secrets.schools,
    },
  })
  await supervisor.start(
    ...engine.uiParts,
    ...(secure && engine.uiParts.length > 0
      ? [
          uiGatePart({
            base,
            port: ports.ui,
            ui: localUrl(ports.innerUi),
            codec: codecUrl,
            certificate: secure.gate,
          }),
        ]
      : []),
    simulatorsPart({
      common,
      ports,
      url: simulatorsUrl,
      callbacks: {
        CALLBACK_SECRET: secrets.callbacks,
        LETTER_CALLBACK_URL: `${apiUrl}/api/callbacks/letters`,
      },
    }),
    ...workerParts({
      common,
      ports: ports.workers,
      urls,
      running,
      secure: administration => secure?.variablesOf(workerClient(administration)) ?? {},
      forTests: setIn(env, ['BROBYGGER_FAILPOINTS', 'BROBYGGER_RELEASE']),
    }),
    sealerPart({
      common,
      port: ports.sealer,
      databaseUrl: urlOf(urls.data, logSealerRole),
      headsFile: headsFileIn(dataDir),
    }),
    apiPart({
      common,
      port: ports.api,
      url: apiUrl,
      urls,
      running,
      loginSecret: secretOf(loginSecrets, siteClient),
      callbackSecret: secrets.callbacks,
      secure: secure?.variablesOf(apiClient) ?? {},
    }),
  )
  await noteSystem(dataDir, {
    apiUrl,
    loginUrl,
    simulatorsUrl,
    temporalAddress: engine.address,
    ownerUrl: urlOf(urls.data, ownerRole),
    apiDatabaseUrl: urlOf(urls.data, apiRole),
    logReaderUrl: urlOf(urls.data, logReaderRole),
    keysAdminUrl,
  })
  return {
    apiUrl,
    loginUrl,
    uiUrl: engine.uiUrl,
    simulatorsUrl,
    temporalAddress: engine.address,
    adminUrl: database.adminUrl,
    keysFile,
    dataDir,
    running,
    parts: supervisor.names,
    kill: part => supervisor.kill(part),
    restart: part => supervisor.restart(part),
  }
}
