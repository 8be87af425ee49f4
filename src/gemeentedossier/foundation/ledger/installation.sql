-- How rows of history enter the ledger. Installed after every migration, as the owner; each statement may run again.
--
-- A statement that adds rows to a history table only notes their numbers (collect). At commit, a deferred constraint
-- trigger locks the head of the municipality, and writes all entries of the transaction at once (settle). So numbers
-- follow the order of commits, without gap or loss, and nothing is written twice.
-- The form of what is hashed is described in foundation/engine/leaves.py; a test holds that both agree.

-- What waits lives inside one transaction, and a crash ends that transaction: it need not survive.
DO $$ BEGIN
  IF (SELECT relpersistence FROM pg_class WHERE oid = 'foundation_ledgerpending'::regclass) = 'p' THEN
    ALTER TABLE foundation_ledgerpending SET UNLOGGED;
  END IF;
  IF (SELECT relpersistence FROM pg_class WHERE oid = 'foundation_ledgertransaction'::regclass) = 'p' THEN
    ALTER TABLE foundation_ledgertransaction SET UNLOGGED;
  END IF;
END $$;

-- Packing the text of a middling row costs more than the pages that it saves.
ALTER TABLE foundation_ledgerentry SET (toast_tuple_target = 8160);

CREATE OR REPLACE FUNCTION foundation_ledger_collect() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  mine CONSTANT bigint := pg_current_xact_id()::text::bigint;
BEGIN
  INSERT INTO public.foundation_ledgerpending (transaction, municipality_id, source, rows)
    SELECT mine, municipality_id, TG_TABLE_NAME, array_agg(pgh_id ORDER BY pgh_id) FROM fresh GROUP BY municipality_id;
  IF FOUND THEN
    INSERT INTO public.foundation_ledgertransaction (transaction) VALUES (mine) ON CONFLICT DO NOTHING;
  END IF;
  RETURN NULL;
END $$;

-- The text of a row must not depend on the settings of whoever commits.
CREATE OR REPLACE FUNCTION foundation_ledger_settle() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, public, pg_temp
SET timezone = 'UTC' SET bytea_output = 'hex' SET intervalstyle = 'postgres' SET extra_float_digits = 1 AS $$
DECLARE
  mine CONSTANT bigint := NEW.transaction;
  share record;
  statement record;
  told text;
  secret bytea;
  before bigint;
  moment timestamptz;
  written bigint;
BEGIN
  -- Municipalities in one order, so that two transactions that touch the same two cannot wait for each other.
  FOR share IN
    SELECT municipality_id, sum(cardinality(rows))::bigint AS size FROM public.foundation_ledgerpending
     WHERE transaction = mine GROUP BY municipality_id ORDER BY municipality_id
  LOOP
    -- A long write numbers as it goes, and under one moment: no moment may show half of it.
    INSERT INTO public.foundation_ledgerhead AS head (municipality_id, size, numbered_at, transaction)
      VALUES (share.municipality_id, share.size, clock_timestamp(), mine)
      ON CONFLICT (municipality_id) DO UPDATE
        SET size = head.size + excluded.size, transaction = mine,
            numbered_at = CASE WHEN head.transaction = mine AND current_setting('app.one_moment', true) = 'on'
                               THEN head.numbered_at
                               ELSE greatest(head.numbered_at + interval '1 microsecond', clock_timestamp()) END
      RETURNING head.size - share.size, head.numbered_at INTO before, moment;
    IF current_setting('app.one_moment', true) = 'begin' THEN
      PERFORM set_config('app.one_moment', 'on', true);
    END IF;
    -- Salts are drawn from these 244 random bits, which are kept nowhere: one salt tells nothing of another.
    secret := uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid());
    FOR statement IN
      SELECT source, rows FROM public.foundation_ledgerpending
       WHERE transaction = mine AND municipality_id = share.municipality_id ORDER BY id
    LOOP
      -- What the entry says beside its content, and the key of a table that stays empty, would be a fifth of all text.
      SELECT string_agg(format('event.%I', attname), ', ' ORDER BY attnum) INTO told FROM pg_attribute
       WHERE attrelid = format('public.%I', statement.source)::regclass AND attnum > 0 AND NOT attisdropped
         AND attname NOT IN ('municipality_id', 'pgh_id', 'pgh_obj_id', 'pgh_context_id');
      EXECUTE format($entries$
        INSERT INTO public.foundation_ledgerentry
               (municipality_id, number, numbered_at, source, row, record, content, salt, leaf)
        SELECT $1, number, $2, %1$L, row, record, content, salt,
               sha256('\x00'::bytea || sha256(salt || convert_to($3 || row || E'\n' || content || E'\n', 'UTF8')))
          FROM (SELECT $4 + place.ordinality AS number, event.pgh_id AS row, event.pgh_obj_id AS record,
                       row_to_json(told.*)::text AS content, sha256($6 || int8send($4 + place.ordinality)) AS salt
                  FROM unnest($5) WITH ORDINALITY AS place (row, ordinality)
                  -- What one statement added lies together, so that it is read as one stretch of the table.
                  JOIN public.%1$I AS event ON event.pgh_id = place.row AND event.municipality_id = $1
                   AND event.pgh_id BETWEEN $5[1] AND $5[cardinality($5)]
                 CROSS JOIN LATERAL (SELECT %2$s) AS told
                  -- Else content and salt are made twice: once to be kept and once to be hashed.
                OFFSET 0) AS recorded
        $entries$, statement.source, told)
      USING share.municipality_id, moment,
            share.municipality_id || E'\n' || to_char(moment, 'YYYY-MM-DD"T"HH24:MI:SS.US') || E'+00:00\n'
              || statement.source || E'\n',
            before, statement.rows, secret;
      GET DIAGNOSTICS written = ROW_COUNT;
      IF written <> cardinality(statement.rows) THEN
        RAISE EXCEPTION 'Rows of history are gone before they entered the ledger (% of % are there).',
          written, cardinality(statement.rows);
      END IF;
      before := before + written;
    END LOOP;
  END LOOP;
  DELETE FROM public.foundation_ledgerpending WHERE transaction = mine;
  DELETE FROM public.foundation_ledgertransaction WHERE transaction = mine;
  RETURN NULL;
END $$;

DO $$ BEGIN
  IF NOT EXISTS (SELECT 1 FROM pg_trigger WHERE tgname = 'foundation_ledger_settle'
                   AND tgrelid = 'foundation_ledgertransaction'::regclass) THEN
    CREATE CONSTRAINT TRIGGER foundation_ledger_settle AFTER INSERT ON foundation_ledgertransaction
      DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION foundation_ledger_settle();
  END IF;
  ALTER TABLE foundation_ledgertransaction ENABLE TRIGGER foundation_ledger_settle;
END $$;

-- Called for every history table. Rows older than the trigger enter the ledger when it is made.
CREATE OR REPLACE FUNCTION foundation_ledger_watch(history regclass) RETURNS void LANGUAGE plpgsql
SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM pg_trigger WHERE tgname = 'foundation_ledger_collect' AND tgrelid = history) THEN
    EXECUTE format('CREATE TRIGGER foundation_ledger_collect AFTER INSERT ON %s REFERENCING NEW TABLE AS fresh'
                   ' FOR EACH STATEMENT EXECUTE FUNCTION public.foundation_ledger_collect()', history);
    EXECUTE format('INSERT INTO public.foundation_ledgerpending (transaction, municipality_id, source, rows)'
                   ' SELECT pg_current_xact_id()::text::bigint, municipality_id, %L, array_agg(pgh_id ORDER BY pgh_id)'
                   ' FROM %s GROUP BY municipality_id',
                   (SELECT relname FROM pg_class WHERE oid = history), history);
    INSERT INTO public.foundation_ledgertransaction VALUES (pg_current_xact_id()::text::bigint) ON CONFLICT DO NOTHING;
  END IF;
  EXECUTE format('ALTER TABLE %s ENABLE TRIGGER foundation_ledger_collect', history);
END $$;

-- Whether all that has a number in the ledger of the municipality in scope is committed: a long write that numbers as it
-- goes holds the head until its end. Waits for nobody. The caller rolls back at once, so that no writer waits either.
CREATE OR REPLACE FUNCTION foundation_ledger_is_committed() RETURNS boolean LANGUAGE sql SECURITY DEFINER
SET search_path = pg_catalog, public, pg_temp AS $$
  WITH mine AS (SELECT municipality_id FROM public.foundation_ledgerhead
                 WHERE municipality_id = nullif(current_setting('app.municipality', true), '')::uuid
                   FOR SHARE SKIP LOCKED)
  SELECT EXISTS (SELECT FROM mine);
$$;

-- Destroys what entries recorded, here and in their history tables; the leaves stay. Returns how many it destroyed.
CREATE OR REPLACE FUNCTION foundation_ledger_erase(municipality uuid, numbers bigint[], because text)
RETURNS bigint LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp SET "pgtrigger.ignore" = '{}' AS $$
DECLARE
  history record;
  erased bigint;
BEGIN
  PERFORM set_config('pgtrigger.ignore', (SELECT coalesce(array_agg(tgname::text), '{}')::text FROM pg_trigger
                      WHERE tgname LIKE 'pgtrigger\_append\_only\_%'), true);
  FOR history IN
    SELECT source, array_agg(row) AS rows FROM public.foundation_ledgerentry
     WHERE municipality_id = municipality AND number = ANY (numbers) AND erased_at IS NULL GROUP BY source
  LOOP
    EXECUTE format('DELETE FROM public.%I WHERE pgh_id = ANY ($1) AND municipality_id = $2', history.source)
      USING history.rows, municipality;
  END LOOP;
  UPDATE public.foundation_ledgerentry
     SET content = NULL, salt = NULL, erased_at = clock_timestamp(), erased_because = because
   WHERE municipality_id = municipality AND number = ANY (numbers) AND erased_at IS NULL;
  GET DIAGNOSTICS erased = ROW_COUNT;
  RETURN erased;
END $$;

-- A function with the owner's rights must not be hung on a table of somebody else's making.
REVOKE EXECUTE ON FUNCTION foundation_ledger_collect(), foundation_ledger_settle(), foundation_ledger_watch(regclass),
  foundation_ledger_erase(uuid, bigint[], text), foundation_ledger_is_committed() FROM PUBLIC;
