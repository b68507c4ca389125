-- The dataset as SQLite tables. This file is the one place where tables and columns are named with their meaning: the program creates
-- workforce.sqlite from it, writes the CSV files' columns by it and takes the descriptions of datapackage.json from the comments.
-- The views are written in SQL that PostgreSQL reads as well.
-- One column a line: "name" TYPE constraints, -- meaning. An empty cell is NULL where a column may be NULL, else ''.

CREATE TABLE "statuses" ( -- what a status code means, with the symbols of GSS and SDMX that belong to it
  "status" TEXT NOT NULL PRIMARY KEY, -- code
  "shorthand" TEXT NOT NULL, -- GSS symbol; empty for a figure as stated
  "obs_status" TEXT NOT NULL, -- code of SDMX CL_OBS_STATUS
  "meaning" TEXT NOT NULL -- in words
) STRICT;

CREATE TABLE "documents" ( -- one document; a container's members each have their own row
  "document_id" TEXT NOT NULL PRIMARY KEY, -- from the content, the container's document_id and the part
  "content_sha256" TEXT NOT NULL, -- SHA-256 of the bytes; empty when they could not be read
  "parent_id" TEXT REFERENCES "documents" DEFERRABLE INITIALLY DEFERRED, -- the container that it was found in; empty for a file of its own
  "part" TEXT NOT NULL, -- member of a container or message of a page
  "source" TEXT NOT NULL, -- first occurrence, relative to the input's root
  "media_type" TEXT NOT NULL, -- what the content is, whatever the file's name says
  "bytes" INTEGER NOT NULL, -- size
  "pages" INTEGER, -- number of pages; empty where there are none
  "language" TEXT NOT NULL, -- en, cy, en+cy
  "document_type" TEXT NOT NULL, -- foi_response, committee_report, agenda_pack, minutes, action_plan, written_answer, statistics, news, request, other
  "publisher_code" TEXT NOT NULL, -- GSS code of the body that wrote it; empty when the document does not say
  "publisher_name" TEXT NOT NULL, -- the body's name
  "publisher_evidence" TEXT NOT NULL, -- the words that say so
  "reference" TEXT NOT NULL, -- the publisher's own reference
  "request_date" TEXT NOT NULL, -- date of the request, ISO 8601
  "response_date" TEXT NOT NULL, -- date of the letter, else of publication, ISO 8601
  "meeting_date" TEXT NOT NULL, -- date of the meeting, ISO 8601
  "sender" TEXT NOT NULL, -- who wrote a message, as its heading shows; empty for what is no message
  "sent" TEXT NOT NULL, -- day of a message, ISO 8601
  "title" TEXT NOT NULL, -- as printed
  "text_source" TEXT NOT NULL, -- text, tagged, ocr, mixed
  "outcome" TEXT NOT NULL CHECK ("outcome" IN ('extracted', 'partly', 'nothing_found', 'failed')), -- extracted, partly, nothing_found, failed
  "reason" TEXT NOT NULL, -- why it is not extracted in full
  "same_reply_as" TEXT REFERENCES "documents" DEFERRABLE INITIALLY DEFERRED, -- the same reply in another form; empty for the first or only one
  "supersedes" TEXT REFERENCES "documents" DEFERRABLE INITIALLY DEFERRED -- the earlier reply that this one revises; empty when it revises none
) STRICT;

CREATE TABLE "occurrences" ( -- one place where a document was found
  "document_id" TEXT NOT NULL REFERENCES "documents", -- the document
  "source" TEXT NOT NULL, -- relative to the input's root; archive.zip!/letter.docx inside a container
  PRIMARY KEY ("document_id", "source")
) STRICT;

CREATE TABLE "texts" ( -- a document's text, which quote offsets index in Unicode code points
  "document_id" TEXT NOT NULL PRIMARY KEY REFERENCES "documents", -- the document
  "text" TEXT NOT NULL -- blocks parted by a blank line, cells by tab, rows by newline
) STRICT;

CREATE TABLE "tables" ( -- one extracted table; also a line of tables.jsonl
  "document_id" TEXT NOT NULL REFERENCES "documents", -- the document
  "table_id" TEXT NOT NULL, -- t1, t2 in reading order
  "page" INTEGER, -- page of its first part, from 1
  "box" TEXT NOT NULL, -- x0 y0 x1 y1 of its first part
  "method" TEXT NOT NULL, -- tagged, ruled, aligned, flat
  "confidence" REAL NOT NULL, -- 0 to 1
  "title" TEXT NOT NULL, -- caption or title line
  "notes" TEXT NOT NULL, -- footnotes and units lines, one a line
  "rows" INTEGER NOT NULL, -- number of rows
  "columns" INTEGER NOT NULL, -- number of columns
  PRIMARY KEY ("document_id", "table_id")
) STRICT;

CREATE TABLE "cells" ( -- one cell of a table
  "document_id" TEXT NOT NULL, -- the document
  "table_id" TEXT NOT NULL, -- the table
  "row" INTEGER NOT NULL, -- from 0
  "column" INTEGER NOT NULL, -- from 0
  "rowspan" INTEGER NOT NULL, -- rows that it covers
  "colspan" INTEGER NOT NULL, -- columns that it covers
  "kind" TEXT NOT NULL, -- column_header, row_header, section, total, data, blank
  "page" INTEGER, -- its own page
  "box" TEXT NOT NULL, -- x0 y0 x1 y1
  "text" TEXT NOT NULL, -- clean text
  "text_as_read" TEXT NOT NULL, -- only where the text was put right
  PRIMARY KEY ("document_id", "table_id", "row", "column"),
  FOREIGN KEY ("document_id", "table_id") REFERENCES "tables"
) STRICT;

CREATE TABLE "observations" ( -- one figure, or one stated absence of a figure
  "observation_id" TEXT NOT NULL PRIMARY KEY, -- stable across re-runs
  "document_id" TEXT NOT NULL REFERENCES "documents", -- the document
  "publisher_code" TEXT NOT NULL, -- GSS code of the body that wrote the document; empty when the document does not say
  "area_code" TEXT NOT NULL, -- GSS code of the council or country that the figure is about; empty when it cannot be told or is about several
  "area_name" TEXT NOT NULL, -- its name
  "service" TEXT NOT NULL, -- children, adults, all, justice, other; empty when unstated
  "team" TEXT NOT NULL, -- locality, team or service below the council; empty for the whole
  "role_code" TEXT NOT NULL, -- CSWW OrgRole 1 to 6; empty where it cannot be told
  "role" TEXT NOT NULL, -- the role's words as printed; empty for all roles
  "grade" TEXT NOT NULL, -- grade, level or band; empty for all grades
  "worker_category" TEXT NOT NULL, -- employed, agency, all; empty when unstated
  "measure" TEXT NOT NULL, -- code of the measure
  "unit" TEXT NOT NULL, -- fte, headcount, percent, gbp and others; unstated when the document does not say
  "breakdown" TEXT NOT NULL, -- any further split, name=value joined by semicolons; empty for no further split
  "asked_period" TEXT NOT NULL, -- the period asked for; empty where the answer is for it
  "period" TEXT NOT NULL, -- ISO 8601 day, month, year or interval; empty when unstated
  "period_kind" TEXT NOT NULL, -- instant, duration; empty when unstated
  "time_period" TEXT NOT NULL, -- the same in the terms of Explore education statistics; empty where they have no name for it
  "time_identifier" TEXT NOT NULL, -- Financial year, Reporting year and others; empty where they have no name for it
  "value" REAL, -- the figure; the lower end of a range; empty where status says why there is none
  "value_upper" REAL, -- the upper end of a range or bound; empty where there is one value
  "qualifier" TEXT NOT NULL, -- exact, approximate, at_least, at_most, less_than, more_than, range; empty where there is no figure
  "status" TEXT NOT NULL REFERENCES "statuses", -- reported, or why there is no figure
  "shorthand" TEXT NOT NULL, -- GSS symbol; empty for a figure as stated
  "obs_status" TEXT NOT NULL, -- SDMX CL_OBS_STATUS
  "legal_regime" TEXT NOT NULL, -- FOIA, FOISA, EIR, EISR, JERSEY
  "legal_reference" TEXT NOT NULL, -- section, regulation or article relied on
  "legal_role" TEXT NOT NULL, -- exemption, cost, vexatious, not_held_notice, refusal_notice, advice, mention_only
  "definition" TEXT NOT NULL, -- numerator and denominator of a rate; empty where the document does not let it be told
  "basis" TEXT NOT NULL, -- table, answer, narrative; derived where computed here
  "confidence" REAL NOT NULL, -- 0 to 1
  "review" TEXT NOT NULL, -- auto, needs_review, flagged, accepted, corrected, rejected
  "value_extracted" TEXT NOT NULL, -- what the program had read; empty unless a person corrected it
  "repeats" TEXT REFERENCES "observations" DEFERRABLE INITIALLY DEFERRED, -- first statement of the same fact in the same document; empty for the first
  "page" INTEGER, -- from 1; empty for text and HTML
  "box" TEXT NOT NULL, -- x0 y0 x1 y1 in points from the top left of the page as shown
  "table_id" TEXT, -- table of the cell; empty outside tables
  "row" INTEGER, -- row of the cell, from 0; empty outside tables
  "column" INTEGER, -- column of the cell, from 0; empty outside tables
  "question_number" TEXT NOT NULL, -- question that it answers; empty outside answers
  "raw" TEXT NOT NULL, -- the value as printed
  "quote" TEXT NOT NULL, -- the words that carry it
  "quote_start" INTEGER, -- where the quote begins in the document's text, in code points
  "quote_end" INTEGER, -- where it ends
  "comparability" TEXT NOT NULL, -- definition_differs, series_break; empty: nothing known
  "evidence" TEXT NOT NULL, -- what each dimension and the confidence were told from, in words
  FOREIGN KEY ("document_id", "table_id") REFERENCES "tables"
) STRICT;

CREATE TABLE "answers" ( -- one question of a request with what was answered
  "answer_id" TEXT NOT NULL PRIMARY KEY, -- stable across re-runs
  "document_id" TEXT NOT NULL REFERENCES "documents", -- the document
  "publisher_code" TEXT NOT NULL, -- GSS code of the body that answers
  "request" INTEGER NOT NULL, -- counts up where one page holds several requests
  "position" INTEGER NOT NULL, -- 1, 2, 3 in reading order
  "question_number" TEXT NOT NULL, -- label of the question, sub-letters joined to their parents'
  "question" TEXT NOT NULL, -- its wording
  "answer" TEXT NOT NULL, -- what was said
  "status" TEXT NOT NULL, -- answered, answered_yes, answered_no, partly_answered, not_held and others
  "legal_regime" TEXT NOT NULL, -- FOIA, FOISA, EIR, EISR, JERSEY
  "legal_reference" TEXT NOT NULL, -- section, regulation or article relied on
  "legal_role" TEXT NOT NULL, -- exemption, cost, vexatious, not_held_notice, refusal_notice, advice, mention_only
  "request_cluster" TEXT NOT NULL, -- the same request sent to other bodies
  "question_cluster" TEXT NOT NULL, -- the same question put to other bodies; several joined by ; where one asks what others ask under several numbers
  "page" INTEGER, -- from 1; empty for text and HTML
  "quote_start" INTEGER, -- where the answer begins in the document's text, in code points
  "quote_end" INTEGER -- where it ends
) STRICT;

CREATE TABLE "actions" ( -- one recommendation or planned action of a committee paper
  "action_id" TEXT NOT NULL PRIMARY KEY, -- stable across re-runs
  "document_id" TEXT NOT NULL REFERENCES "documents", -- the document
  "publisher_code" TEXT NOT NULL, -- GSS code of the body that wrote the document; empty when the document does not say
  "item" TEXT NOT NULL, -- its number
  "recommendation" TEXT NOT NULL, -- as printed
  "action" TEXT NOT NULL, -- as printed
  "responsibility" TEXT NOT NULL, -- who
  "timescale" TEXT NOT NULL, -- by when
  "status" TEXT NOT NULL, -- how far it has come; empty when the document does not say
  "page" INTEGER, -- from 1
  "table_id" TEXT, -- table that it stands in; empty outside tables
  "row" INTEGER, -- row of the table, from 0; empty outside tables
  FOREIGN KEY ("document_id", "table_id") REFERENCES "tables"
) STRICT;

CREATE TABLE "findings" ( -- one thing the audit found
  "finding_id" TEXT NOT NULL PRIMARY KEY, -- stable across re-runs
  "document_id" TEXT NOT NULL REFERENCES "documents", -- the document
  "kind" TEXT NOT NULL, -- sum_mismatch, rate_mismatch, contradiction and others
  "severity" TEXT NOT NULL, -- info, warning, error
  "message" TEXT NOT NULL, -- what is wrong
  "explanation" TEXT NOT NULL, -- how it was told
  "observation_ids" TEXT NOT NULL, -- observations concerned, joined by ;
  "expected" TEXT NOT NULL, -- what should stand there
  "found" TEXT NOT NULL, -- what stands there
  "page" INTEGER, -- from 1
  "table_id" TEXT, -- table concerned; empty outside tables
  FOREIGN KEY ("document_id", "table_id") REFERENCES "tables"
) STRICT;

CREATE TABLE "finding_observations" ( -- which observations a finding concerns
  "finding_id" TEXT NOT NULL REFERENCES "findings", -- the finding
  "observation_id" TEXT NOT NULL REFERENCES "observations", -- the observation
  PRIMARY KEY ("finding_id", "observation_id")
) STRICT;

CREATE TABLE "corrections" ( -- one figure that people decided about, with what came of it
  "place" TEXT NOT NULL PRIMARY KEY, -- document, page, box and words by which corrections.jsonl names the figure, as JSON
  "document_id" TEXT REFERENCES "documents", -- the document, where it is still there
  "observation_id" TEXT REFERENCES "observations", -- the row that the decisions were laid over
  "fate" TEXT NOT NULL, -- applied, already_so, conflicting, withdrawn, orphaned
  "explanation" TEXT NOT NULL, -- in words
  "decisions" TEXT NOT NULL -- the lines of corrections.jsonl, as a JSON array in the order of time
) STRICT;

CREATE TABLE "diagnostics" ( -- one thing that could not be read, placed or resolved
  "diagnostic_id" TEXT NOT NULL PRIMARY KEY, -- stable across re-runs
  "document_id" TEXT NOT NULL REFERENCES "documents", -- the document
  "stage" TEXT NOT NULL, -- read, lay_out, find_structure, propose, resolve, audit, store
  "code" TEXT NOT NULL, -- see docs/diagnostics.md
  "severity" TEXT NOT NULL, -- info, warning, error
  "page" INTEGER, -- from 1; empty where there are no pages
  "place" TEXT NOT NULL, -- x0 y0 x1 y1 on the page, or line 12 of a text
  "raw" TEXT NOT NULL, -- the text concerned
  "message" TEXT NOT NULL -- what is wrong, and what to do about it
) STRICT;

CREATE INDEX "observations_by_document" ON "observations" ("document_id", "measure", "area_code", "period");
CREATE INDEX "observations_by_measure" ON "observations" ("measure", "area_code", "period");
CREATE INDEX "answers_by_document" ON "answers" ("document_id");
CREATE INDEX "diagnostics_by_code" ON "diagnostics" ("code", "document_id");

CREATE INDEX "documents_by_revision" ON "documents" ("supersedes");
CREATE INDEX "documents_by_reply" ON "documents" ("same_reply_as");

-- Every figure once: neither a second statement of the same fact in one document, nor what another form of the same reply says alike.
CREATE VIEW "facts" AS
  SELECT o.* FROM "observations" o JOIN "documents" d USING ("document_id")
  WHERE o."repeats" IS NULL AND NOT (d."same_reply_as" IS NOT NULL AND EXISTS (
    SELECT 1 FROM "documents" e CROSS JOIN "observations" p -- in this order: the few other forms of the reply, then their figures
    WHERE p."document_id" = e."document_id" AND (e."document_id" = d."same_reply_as" OR (e."same_reply_as" = d."same_reply_as" AND e."document_id" < d."document_id"))
      AND p."measure" = o."measure" AND p."area_code" = o."area_code" AND p."period" = o."period" AND p."service" = o."service"
      AND p."team" = o."team" AND p."role" = o."role" AND p."grade" = o."grade" AND p."worker_category" = o."worker_category"
      AND p."unit" = o."unit" AND p."breakdown" = o."breakdown" AND p."basis" = o."basis" AND p."status" = o."status"
      AND (p."value" = o."value" OR p."value" IS NULL AND o."value" IS NULL)
      AND (p."value_upper" = o."value_upper" OR p."value_upper" IS NULL AND o."value_upper" IS NULL)));

-- The reported figures of whole councils, ranked among those for one area, service, measure and period. The rule: not revised by a later
-- reply; written by the body itself; FTE before headcount before other units; the widest role (fewest words); all workers before a part of them;
-- not flagged by the audit; the surest; table before answer before prose; the later letter. "best" is the winner's observation_id, so
-- that every loser is seen beside what it lost to. Nothing computed here, nothing that a person has set aside.
CREATE VIEW "ranked_figures" AS
  SELECT f.*, row_number() OVER "rule" AS "rank", first_value(f."observation_id") OVER "rule" AS "best",
    count(*) OVER (PARTITION BY f."area_code", f."service", f."measure", f."period") AS "candidates"
  FROM "facts" f JOIN "documents" d USING ("document_id")
  WHERE f."status" = 'reported' AND f."value" IS NOT NULL AND f."area_code" <> '' AND f."period" <> '' AND f."basis" <> 'derived' AND f."review" <> 'rejected'
    AND f."team" = '' AND f."grade" = '' AND f."breakdown" IN ('', 'counted_in=fte', 'counted_in=headcount')
  WINDOW "rule" AS (PARTITION BY f."area_code", f."service", f."measure", f."period"
    ORDER BY EXISTS (SELECT 1 FROM "documents" s WHERE s."supersedes" = f."document_id"), f."publisher_code" <> f."area_code",
      CASE f."unit" WHEN 'fte' THEN 0 WHEN 'headcount' THEN 1 ELSE 2 END, length(f."role"), f."worker_category" NOT IN ('', 'all'),
      f."review" = 'flagged', f."confidence" DESC, CASE f."basis" WHEN 'table' THEN 0 WHEN 'answer' THEN 1 ELSE 2 END,
      CASE WHEN d."response_date" > d."meeting_date" THEN d."response_date" ELSE d."meeting_date" END DESC, f."document_id", f."observation_id");

-- One figure for each area, service, measure and period.
CREATE VIEW "best_figures" AS SELECT * FROM "ranked_figures" WHERE "rank" = 1;

CREATE VIRTUAL TABLE "answers_fts" USING fts5("question", "answer", content="answers");
CREATE VIRTUAL TABLE "observations_fts" USING fts5("quote", "role", "team", content="observations");
