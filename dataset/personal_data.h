// Names and contact details of officers and others: told in each document's own text, marked, and left out of an export on request.
// Roles ("Head of Service") stay.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "dataset/dataset.h"

namespace muster {

struct PersonalData {
  std::string kind;  // name, email, telephone
  std::string text;  // as printed
  size_t begin = 0;  // bytes in the document's text
};

// E-mail addresses of persons and offices, telephone numbers, and names: after a title ("Mrs A Brown"), behind a role
// ("Head of Service – Ann Brown"), and under "Yours sincerely". In order, without overlaps.
std::vector<PersonalData> find_personal_data(std::string_view text);

// Adds what the document holds to `found`.
void take_personal_data(const DocumentResult& document, uint32_t index, SortedRows& found);

// Leaves a diagnostic (stage store, code personal_data, without the data itself) for each, so that they can be counted and found.
void mark_personal_data(Dataset& dataset, SortedRows& found);

// Writes '*' over each of them in every text of the document's result, byte for byte, so that offsets keep their meaning.
void cover_personal_data(DocumentResult& document);

// The same for all documents.
void redact_personal_data(Dataset& dataset);

}  // namespace muster
