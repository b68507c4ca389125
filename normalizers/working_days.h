// The time that a body has for its reply: 20 working days after the request.
#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>

#include "normalizers/vocabulary.h"
#include "normalizers/vocabulary_layers.h"

namespace muster {

constexpr int days_to_reply = 20;  // FOIA s.10(1), FOISA s.10(1), EIR reg.5(2)

// Bank holidays by division ("scotland"), ISO 8601 days: schemas/vocabulary/bank_holidays.csv. Throws std::runtime_error
// "FILE:LINE: …" on a day that is none.
using BankHolidays = std::map<std::string, std::set<std::string>, std::less<>>;
BankHolidays load_bank_holidays(const VocabularyLayers& layers);

// The day that is so many working days after `iso` (ISO 8601 day; empty out for none). A bank holiday in any part of the United
// Kingdom is no working day under FOIA (s.10(6)), one in Scotland alone under FOISA (s.73).
std::string working_days_after(std::string_view iso, int days, std::string_view nation, const Vocabulary& vocabulary);

// Working days after `from` up to and with `to`; 0 when `to` is not later, -1 when either is no day.
int working_days_between(std::string_view from, std::string_view to, std::string_view nation, const Vocabulary& vocabulary);

// The last day whose bank holidays the data knows; later days count weekends only.
std::string bank_holidays_known_until(const Vocabulary& vocabulary);

}  // namespace muster
