import { people } from '@brobygger/domain/organisation'
import { eraserRolePrefix } from '../../setup/roles.js'

/** Fewer cases than this of one institution in one month, and the institution is dropped. */
const SMALL_CELL = 5

/** What stands in the place of a member of staff, a text or a number that is gone. */
const GONE = 'erased'

/** The fields of events that name a member of staff. */
const staffFields = [...Object.keys(people.shape), 'person', 'raisedBy', 'contact']

/**
 * Statements at the beginning of every function of an erasure: which case it is, and whether whoever calls erases for
 * that administration. Nothing else tells the caller which case it is allowed to touch.
 */
const findErasure = (schema: string): string => `
      select case_id, administration, practice, reference into of_case, of_administration, of_practice, new_reference
      from ${schema}.erasures where process = of_process for update;
      if not found then
        raise exception 'no such erasure' using errcode = '42501';
      end if;
      if session_user <> '${eraserRolePrefix}' || replace(of_administration, '-', '_') then
        raise exception 'not an erasure of this administration' using errcode = '42501';
      end if;`

const declare = `
      of_case text;
      of_administration text;
      of_practice boolean;
      new_reference text;`

const definer = 'security definer set search_path = pg_catalog, pg_temp'

/**
 * \`note_erasure(process, step, counts)\` notes what a step of an erasure found, before it is destroyed: the first
 * note stays, so that a step that is repeated after a crash does not count what is left over.
 */
export const noteErasure = (schema: string): string => `
    create function ${schema}.note_erasure(of_process text, of_step text, noticed jsonb) returns jsonb
    language plpgsql ${definer} as $function$
    declare ${declare}
      noted jsonb;
    begin
      ${findErasure(schema)}
      update ${schema}.erasures set counts = jsonb_build_object(of_step, noticed) || counts
      where process = of_process returning counts -> of_step into noted;
      return noted;
    end
    $function$;`

/** \`end_erasure(process)\` destroys the mapping: from now on nothing says which case it was. */
export const endErasure = (schema: string): string => `
    create function ${schema}.end_erasure(of_process text) returns void
    language plpgsql ${definer} as $function$
    declare ${declare}
    begin
      ${findErasure(schema)}
      update ${schema}.erasures set case_id = null, reference = null, done_at = coalesce(done_at, now())
      where process = of_process;
    end
    $function$;`

/**
 * \`erase_log(process)\` makes the case of an erasure anonymous in the log of its administration, and takes it out of
 * everything that follows from the log. It can do this to the case that the erasure names, and nothing else:
 * - the case's code becomes a random reference that is no case's, in its own events and wherever another file names it;
 * - instants and dates become the first of their month; staff, texts, letters, case numbers and languages go;
 * - the institution goes where fewer than ${SMALL_CELL} of its cases began in that month;
 * - ledgers, read model, voided events, answers kept for repeats and curve codes are deleted.
 */
export const eraseLog = (schema: string): string => `
    create function ${schema}.erase_log(of_process text) returns integer
    language plpgsql ${definer} as $function$
    declare ${declare}
      code text;
      staff_ids text;
      place text;
      began timestamptz;
      cell integer;
      changed integer;
      target record;
    begin
      ${findErasure(schema)}
      if of_case is null then
        return (select (counts -> 'log' ->> 'events')::integer from ${schema}.erasures where process = of_process);
      end if;
      lock table ${schema}.events in share row exclusive mode;
      code := '\\m' || of_case || '\\M';
      select string_agg(id, '|') into staff_ids from ${schema}.staff;

      select body ->> 'institution', date_trunc('month', at) into place, began from ${schema}.events
      where case_id = of_case and administration = of_administration and type = 'concernRaised'
      order by position limit 1;
      select count(*) into cell from ${schema}.events
      where type = 'concernRaised' and administration = of_administration and practice = of_practice
        and body ->> 'institution' = place and date_trunc('month', at) = began;

      update ${schema}.events set
        process = regexp_replace(process, code, new_reference),
        case_id = new_reference,
        at = date_trunc('month', at),
        "by" = null,
        body = ${schema}.anonymous(body, code, new_reference, staff_ids,
          case when cell < ${SMALL_CELL} then place end)
      where case_id = of_case and administration = of_administration;
      get diagnostics changed = row_count;

      delete from ${schema}.voided_events where case_id = of_case and administration = of_administration;
      delete from ${schema}.ledgers where case_id = of_case and administration = of_administration;
      delete from ${schema}.curve_codes where process ~ code;
      delete from ${schema}.idempotency where answer::text ~ code or plan::text ~ code;

      -- Every table with rows of an administration, also those that later versions add.
      for target in
        select owned.table_name as name, own.column_name as own_column
        from information_schema.columns as owned
        join information_schema.columns as own on own.table_schema = owned.table_schema
          and own.table_name = owned.table_name
          and own.column_name = case when owned.table_name = 'cases' then 'id' else 'case_id' end
        where owned.table_schema = '${schema}' and owned.column_name = 'administration'
          and owned.table_name not in ('events', 'voided_events', 'ledgers', 'erasures')
      loop
        execute format('delete from ${schema}.%I where %I = $1 and administration = $2', target.name, target.own_column)
          using of_case, of_administration;
      end loop;
      for target in
        select named.table_name as name, named.column_name as column,
          case named.data_type when 'ARRAY' then 'text[]' else named.data_type end as kind
        from information_schema.columns as named
        join information_schema.columns as owned on owned.table_schema = named.table_schema
          and owned.table_name = named.table_name and owned.column_name = 'practice'
        where named.table_schema = '${schema}' and named.is_generated = 'NEVER'
          and (named.data_type in ('text', 'jsonb') or named.udt_name = '_text')
          and named.table_name <> 'erasures'
      loop
        execute format(
          'update ${schema}.%1$I set %2$I = regexp_replace(%2$I::text, $1, $2, ''g'')::%3$s
           where administration = $3 and %2$I::text ~ $1', target.name, target.column, target.kind)
          using code, new_reference, of_administration;
      end loop;
      update ${schema}.erasures
      set counts = jsonb_build_object('log', jsonb_build_object('events', changed)) || counts
      where process = of_process returning (counts -> 'log' ->> 'events')::integer into changed;
      return changed;
    end
    $function$;`

/** \`anonymous(body, …)\`: an event's body without what could lead back to a child. Pure. */
export const anonymous = (schema: string, create = 'create'): string => `
    ${create} function ${schema}.anonymous(body jsonb, code text, reference text, staff_ids text, place text) returns jsonb
    language plpgsql immutable set search_path = pg_catalog, pg_temp as $function$
    declare
      said text;
    begin
      body := body - 'input' - 'into' #- '{answer,caseNumber}' #- '{answer,journalNumber}';
      if body ? 'deadline' then
        body := jsonb_set(body, '{deadline,explanation}', '{"da": "–", "en": "–"}');
      end if;
      if body ->> 'type' = 'letterSent' then
        body := jsonb_set(body, '{letter}', 'null');
      elsif body ->> 'type' = 'caseNumberAssigned' then
        body := jsonb_set(body, '{caseNumber}', '"${GONE}"');
      elsif body ->> 'type' = 'journalised' then
        body := jsonb_set(body, '{journalNumber}', '"${GONE}"');
      elsif body ->> 'type' = 'concernRaised' then
        body := jsonb_set(body, '{interpreterLanguage}', 'null');
      elsif body ->> 'type' = 'caseMerged' then
        body := jsonb_set(body, '{case}', to_jsonb(reference));
      end if;
      if body ? 'told' then
        body := jsonb_set(body, '{told}', '[]');
      end if;
      if body ->> 'type' in ('handedOver', 'handedBack') then
        body := body || '{"from": "${GONE}", "to": "${GONE}"}';
      end if;
      said := regexp_replace(body::text, code, reference, 'g');
      -- Staff by the fields that name them, for some have left; then whoever is on the list, wherever they are named.
      said := regexp_replace(said, '"(${staffFields.join('|')})": "[a-z0-9-]+"', '"\\1": "${GONE}"', 'g');
      said := regexp_replace(said, '"(\\d{4}-\\d{2})-\\d{2}T[0-9:.]+(Z|[+-]\\d{2}:\\d{2})"', '"\\1-01T00:00:00.000Z"', 'g');
      said := regexp_replace(said, '"(\\d{4}-\\d{2})-\\d{2}"', '"\\1-01"', 'g');
      said := regexp_replace(said, '"v_[a-z0-9]+"', '"v_${GONE}"', 'g');
      if staff_ids is not null then
        said := regexp_replace(said, '"(' || staff_ids || ')"', '"${GONE}"', 'g');
      end if;
      if place is not null then
        said := replace(said, to_jsonb(place)::text, '"000000"');
      end if;
      return said::jsonb;
    end
    $function$;`
