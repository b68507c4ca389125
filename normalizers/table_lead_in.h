// The words over a table that say what it counts, where neither its title nor its headers do. Private to propose.
#pragma once

#include <vector>

#include "normalizers/surroundings.h"
#include "normalizers/vocabulary.h"
#include "schemas/observation.h"

namespace muster {

// Makes a short line right over a table without a title its title: one without a full stop, or a lead-in that names a measure
// ("Vacant social worker posts:").
void take_caption(const Table& table, const Vocabulary& vocabulary, std::vector<Context>& around);

// Further lines without a verb over the one right over the table: "Staff of social work services, 2008" / "Table 15: Staff by contract".
std::vector<Context> captions_above(const Outline& outline, const Surroundings& surroundings, int table_node, const Vocabulary& vocabulary);

// The nearest sentence of the paragraphs before the table that names a measure, as its title; none where they name none or
// several. "The vacancy rate is counted every year. … Here is what there is:"
std::vector<Context> sentence_on_table(const Outline& outline, const Surroundings& surroundings, int table_node, const Vocabulary& vocabulary);

}  // namespace muster
