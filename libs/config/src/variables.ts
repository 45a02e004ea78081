import { join } from 'node:path'
import { administration, assurance } from '@brobygger/domain/codes'
import { z } from 'zod'
import {
  failpointNames,
  hostAndPort,
  httpUrl,
  invocationContext,
  port,
  postgresUrl,
  postgresUrls,
  smtpUrl,
} from './kinds.js'
import { repositoryFolder } from './repository.js'

const inRepository = (...path: string[]) => join(repositoryFolder, ...path)

/** A variable with the same default in every mode, or none. */
const variable = <T extends z.ZodType>(description: string, value: T) => ({ value, description })

/** A variable with a default that only development may use: production has to set it. */
const developmentDefault = <T extends z.ZodType>(description: string, value: T, development: string) => ({
  value,
  description,
  development,
})

/** Agreements that nobody has: the simulated register takes any. */
const INVENTED_CONTEXT = ['a', 'b', 'c', 'd']
  .map(digit => `${digit.repeat(8)}-2222-4333-8444-555555555555`)
  .join(' ')

/**
 * Every environment variable of every process: the one place where a name is spelled.
 * Nothing else in the repository reads the environment of a part.
 */
export const variables = {
  BROBYGGER_MODE: variable(
    'development allows the header that names a person, and defaults; secure the defaults alone; production neither',
    z.enum(['development', 'secure', 'production']).default('development'),
  ),
  ADMINISTRATION: variable('the administration this worker serves', administration.optional()),
  DATABASE_URL: variable('PostgreSQL, as the role of this process', postgresUrl.optional()),
  VAULT_DATABASE_URLS: variable(
    'PostgreSQL for the API’s part of the vault, one address for each administration, with white space between them',
    postgresUrls.optional(),
  ),
  KEYS_DATABASE_URL: variable('the key store, as the role of this worker', postgresUrl.optional()),
  KEYS_DATABASE_URLS: variable(
    'the key store for the API, one address for each administration, with white space between them',
    postgresUrls.optional(),
  ),
  ERASER_DATABASE_URL: variable(
    'PostgreSQL, as the role that may erase in this administration, and may do nothing else; workers alone read it',
    postgresUrl.optional(),
  ),
  OWNER_DATABASE_URL: variable(
    'PostgreSQL, as a role that may create roles and the schema, or as bro_owner: set-up, `npm run rebuild` and `npm run audit:prune` read it, no running part does',
    postgresUrl.optional(),
  ),
  KEYS_OWNER_DATABASE_URL: variable(
    'PostgreSQL for the key store, as OWNER_DATABASE_URL; that one when unset. Set-up alone reads it',
    postgresUrl.optional(),
  ),
  ROLE_DATABASE_URLS: variable(
    'the addresses with which every process connects, with white space between them: set-up gives the roles these passwords',
    postgresUrls.optional(),
  ),
  TEMPORAL_ADDRESS: developmentDefault('Temporal server, host:port', hostAndPort, '127.0.0.1:7233'),
  TEMPORAL_CA_FILE: variable(
    'certificate (PEM) that vouches for the Temporal server: the connection is encrypted when it is set',
    z.string().optional(),
  ),
  TEMPORAL_CLIENT_ID: variable(
    'this process as a client of the login: it brings a token to the Temporal server when it is set',
    z.string().optional(),
  ),
  TEMPORAL_CLIENT_SECRET: variable('secret of that client', z.string().optional()),
  TEMPORAL_AUDIENCE: variable(
    'audience of tokens for the Temporal server and for decoding in Temporal UI',
    z.string().default('urn:brobygger:temporal'),
  ),
  TEMPORAL_UI_URL: variable('address of Temporal UI, for links to a case', httpUrl.optional()),
  UI_GATE_PORT: variable('port of the gate that supervisors reach Temporal UI through', port.optional()),
  UI_GATE_TARGET: variable('address of Temporal UI behind its gate', httpUrl.optional()),
  UI_GATE_CODEC: variable(
    'address that decodes payloads, which the gate offers as /codec',
    httpUrl.optional(),
  ),
  UI_GATE_CERTIFICATE_FILE: variable('certificate (PEM) of the gate', z.string().optional()),
  UI_GATE_KEY_FILE: variable('private key (PEM) of the gate', z.string().optional()),
  DATA_DIR: developmentDefault('folder for data, keys and logs', z.string(), inRepository('.brobygger')),
  KEYS_FILE: developmentDefault('file with the keys', z.string(), inRepository('.brobygger', 'keys.json')),
  MASTER_KEYS: variable(
    'where the administrations’ master keys are: in the file with the keys, which is for development, or in a key management service',
    z.enum(['file', 'kms']).default('file'),
  ),
  KMS_URL: variable('key management service, when the master keys are there', httpUrl.optional()),
  KMS_TOKEN: variable('token of this process for the key management service', z.string().optional()),
  MUNICIPALITY_FILE: developmentDefault(
    'file with administrations, units, leaders, staff, institutions, amounts and closing days',
    z.string(),
    inRepository('config', 'municipality.json'),
  ),
  OIDC_ISSUER: variable('address of the login (OpenID provider), as its tokens name it', httpUrl.optional()),
  OIDC_CLIENT_ID: variable('the API as a client of the login', z.string().default('brobygger')),
  OIDC_CLIENT_SECRET: variable('secret of that client', z.string().optional()),
  OIDC_AUDIENCE: variable('audience of tokens for the API', z.string().default('urn:brobygger:api')),
  OIDC_MIN_ASSURANCE: variable(
    'the lowest assurance level (NSIS) with which anybody is let in',
    assurance.default('substantial'),
  ),
  LOGIN_HOST: variable('address the development login listens on', z.string().default('127.0.0.1')),
  LOGIN_PORT: variable('port the development login listens on', port.default(4020)),
  LOGIN_TOKEN_SECONDS: variable(
    'how long a token of the development login holds',
    z.coerce.number('must be seconds').int().min(5, 'must be 5 or more').default(300),
  ),
  API_HOST: variable('address the API listens on', z.string().default('127.0.0.1')),
  API_PORT: variable('port the API listens on', port.default(3000)),
  REQUESTS_PER_MINUTE: variable(
    'most requests of one person a minute, in each process of the API',
    z.coerce.number().int().positive().default(600),
  ),
  API_URL: variable(
    'address of the API as browsers have it; http://127.0.0.1 and API_PORT when unset',
    httpUrl.optional(),
  ),
  SIMULATORS_HOST: variable('address the simulators listen on', z.string().default('127.0.0.1')),
  SIMULATORS_PORT: variable('port the simulators listen on', port.default(4010)),
  SIMULATORS_DOOR_PORT: variable(
    'port of the simulators that ask who calls, over TLS; with OUTWARD_CERTIFICATES, else they are at the other port',
    port.default(4011),
  ),
  SIMULATORS_SMTP_PORT: variable('port of the simulated mail server', port.default(4025)),
  REGISTER_URL: developmentDefault(
    'institution register (wsiINST): the part of the address before `/bpi`',
    httpUrl,
    'http://127.0.0.1:4010/register',
  ),
  REGISTER_SYSTEM_ID: developmentDefault(
    'our system’s id with the institution register (`UdbydersystemId`)',
    z.string().min(1),
    'brobygger',
  ),
  DIGITAL_POST_URL: developmentDefault(
    'Digital Post (SF1601): the part of the address before `/service`',
    httpUrl,
    'http://127.0.0.1:4010/digital-post',
  ),
  STS_URL: developmentDefault(
    'where tokens for Digital Post and the case index are had: the part of the address before `/runtime` and `/service`',
    httpUrl,
    'http://127.0.0.1:4010/sts',
  ),
  PERSON_EVENTS_URL: developmentDefault(
    'feed of events of the CPR register: the part of the address before `/after`',
    httpUrl,
    'http://127.0.0.1:4010/cpr-events',
  ),
  SCHOOL_ABSENCE_URL: developmentDefault(
    'feed of absence from the schools’ own system: the part of the address before `/after`',
    httpUrl,
    'http://127.0.0.1:4010/school-absence',
  ),
  SCHOOL_ABSENCE_TOKEN_URL: variable(
    'where the schools’ own system gives access tokens (OAuth 2.0 client credentials); the certificate alone opens it when unset',
    httpUrl.optional(),
  ),
  SCHOOL_ABSENCE_CLIENT_ID: variable('who we are to whoever gives those tokens', z.string().optional()),
  SCHOOL_ABSENCE_CLIENT_SECRET: variable('our secret there', z.string().optional()),
  PERSON_REGISTER_URL: developmentDefault(
    'CPR (SF1520 PersonLookup): the part of the address before `/service`',
    httpUrl,
    'http://127.0.0.1:4010/cpr',
  ),
  PERSON_REGISTER_CONTEXT: developmentDefault(
    'by which agreements CPR is asked: the UUIDs of service agreement, user system, user and service, with white space between them',
    invocationContext,
    INVENTED_CONTEXT,
  ),
  CASE_INDEX_URL: developmentDefault(
    'case index (SF1470): the part of the address before `/sagdokumentindeks`',
    httpUrl,
    'http://127.0.0.1:4010/case-index',
  ),
  OUTWARD_CERTIFICATES: variable(
    'folder with what we show to systems that ask who calls (`client.pem`, `client.key`: an OCES certificate in production) and what vouches for them (`ca.pem`); for the simulators also what they show',
    z.string().optional(),
  ),
  CALLBACK_SECRET: variable(
    'what signs messages that systems outside send by themselves, such as what became of a letter; none are taken when unset',
    z.string().min(32, 'must be 32 characters or more').optional(),
  ),
  LETTER_CALLBACK_URL: variable(
    'where the simulated Digital Post says what became of a letter; nowhere when unset',
    httpUrl.optional(),
  ),
  MUNICIPALITY_CVR: developmentDefault(
    'CVR number of the municipality, which sends the letters',
    z.string().regex(/^\d{8}$/, 'must be eight digits'),
    '12345678',
  ),
  LETTER_PRINT_TYPE: variable(
    'how the printer of physical letters (Fjernprint) knows ours, by its agreement with the municipality (ForsendelseTypeIdentifikator); without it, whoever is exempt from Digital Post gets letters by hand',
    z.coerce.number().int().positive().optional(),
  ),
  MUNICIPALITY_CODE: developmentDefault(
    'code of the municipality in CPR: whoever lives in another one is sent on',
    z.string().regex(/^\d{3}$/, 'must be three digits'),
    '101',
  ),
  SMTP_URL: developmentDefault(
    'mail server, with its password, such as smtps://user:password@mail.kommune.dk:465',
    smtpUrl,
    'smtp://127.0.0.1:4025',
  ),
  STAFF_MAIL_DOMAIN: developmentDefault(
    'staff read their mail at their id and this domain',
    z.hostname(),
    'brobygger.example',
  ),
  FAMILY_SYSTEM_URL: developmentDefault(
    "the family group's case system",
    httpUrl,
    'http://127.0.0.1:4010/family-system',
  ),
  LOG_LEVEL: variable(
    'the least severe lines to log',
    z.enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal']).default('info'),
  ),
  LOG_HEADS_FILE: variable(
    'file outside the database to which the sealer appends the head of each block of the access log; production gives it a place where nothing can be changed once written',
    z.string().optional(),
  ),
  LOG_READER_DATABASE_URL: variable(
    'PostgreSQL, as the role that reads the access log: the API for those who may, `npm run audit:verify` and `npm run audit:prune`',
    postgresUrl.optional(),
  ),
  METRICS_PORT: variable('port of a worker’s or the sealer’s own /metrics; none when unset', port.optional()),
  BROBYGGER_FAILPOINTS: variable(
    'where a test kills the worker, once each: names with white space between them; development only',
    failpointNames.optional(),
  ),
  BROBYGGER_RELEASE: variable(
    'workflow code of an earlier release, gzipped, which workers run while the file is there; development only',
    z.string().optional(),
  ),
  BROBYGGER_CACHE: variable(
    'folder for built servers; the platform’s cache folder when unset',
    z.string().optional(),
  ),
} as const

export type Variable = keyof typeof variables

/** Names of all variables, in the order they are documented. */
export const variableNames = Object.keys(variables) as Variable[]
