// What the review desk and the static site show, as scripts that a page loads: `musterLoad("NAME", …)`. Scripts rather than JSON, so
// that a page opened from a file can load them too. All of it comes from workforce.sqlite.
#pragma once

#include <map>
#include <string>
#include <string_view>

#include "dataset/sqlite.h"

namespace muster {

// What the first view shows: all observations by columns, those of few different contents as codes into a list; documents; findings;
// vocabulary for the forms.
// `sample_csv` is the text of DATASET/sample.csv, or empty.
std::string observations_script(const Database& database, const std::string& vocabulary_directory, const std::string& sample_csv);

// Answers, and of all observations the quotes and places; large, and so loaded after the first view.
std::string texts_script(const Database& database);

// One document: its text, its tables with the places of their cells. "" when there is none of this id.
std::string document_script(const Database& database, const std::string& document_id);

// Who reviews ("" for a site that is only read) and every decision so far, as DeskDecisions::states_json gives them.
std::string desk_script(const std::string& reviewer, const std::string& states_json);

// The sizes of all documents by the SHA-256 of their content, to find their originals by.
std::map<std::string, long long> document_sizes(const Database& database);

// JSON as it may stand in a script: no "</script", no line separators of Unicode.
std::string script_json(std::string_view json);

// `text` as a string of such JSON.
std::string script_string(const std::string& text);

}  // namespace muster
