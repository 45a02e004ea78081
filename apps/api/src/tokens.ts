/** What is injected under a name because it is no class of ours. */
export const CONFIG = Symbol('config')
export const LOGGER = Symbol('logger')
export const METRICS = Symbol('metrics')
/** The municipality: institutions, staff, local amounts. */
export const MUNICIPALITY = Symbol('municipality')
/** Every route of every controller. */
export const ROUTES = Symbol('routes')
/** The document at /api/openapi.json. */
export const DOCUMENT = Symbol('document')
/** Keys of the payloads and the vault. */
export const KEYS = Symbol('keys')
