// Drafts of letters that ask again for exactly what a reply leaves open: refusals, gaps, sums that fail, no reply at all.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "dataset/coverage.h"
#include "schemas/csv.h"

namespace muster {

// Sections by name: `letter` and `no_reply` are whole letters; `refused`, `partly_answered`, `unanswered`, `not_yet_available`,
// `attached` and `failed_sum` are paragraphs, which `letter` takes in at {items}. Placeholders: {council} {reference} {request_date}
// {response_date} {number} {question} {law} {message} {sent} {due} {items}. An unknown section or one left out writes nothing.
using FollowUpTemplate = std::map<std::string, std::string, std::less<>>;

// "[name]" alone on a line begins a section; lines that begin with '#' are left out. Throws std::runtime_error
// "NAME:LINE: what is wrong" on text before the first section or a placeholder that does not exist.
FollowUpTemplate parse_follow_up_template(std::string_view text, const std::string& file);

struct Draft {
  std::string name;  // file name without folder: "E06000015-1.txt"
  std::string text;
};

// One letter for each reply that leaves something open, in order of the documents, then one for each body of `rows` that has
// not replied. Findings count where their severity is error.
std::vector<Draft> draft_follow_ups(const CsvTable& documents, const CsvTable& answers, const CsvTable& findings,
                                    const std::vector<CoverageRow>& rows, const FollowUpTemplate& sections);

}  // namespace muster
