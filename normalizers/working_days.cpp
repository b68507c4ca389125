#include "normalizers/working_days.h"

#include <chrono>
#include <optional>
#include <stdexcept>

#include "normalizers/calendar.h"
#include "normalizers/vocabulary_tables.h"

namespace muster {
namespace {

constexpr int longest_wait_days = 20 * 366;  // a longer wait is a slip of a date

std::optional<std::chrono::sys_days> day_of(std::string_view iso) {
  if (iso.size() != std::string_view("2019-04-30").size()) return {};
  const Date date = date_of_iso(iso);
  if (date.year == 0 || !is_date(date)) return {};
  return std::chrono::year{date.year} / date.month / date.day;
}

std::string iso_of(std::chrono::sys_days day) {
  const std::chrono::year_month_day date{day};
  return iso_day({static_cast<int>(date.year()), static_cast<int>(static_cast<unsigned>(date.month())), static_cast<int>(static_cast<unsigned>(date.day()))});
}

bool is_working_day(std::chrono::sys_days day, std::string_view nation, const BankHolidays& holidays) {
  const std::chrono::weekday weekday{day};
  if (weekday == std::chrono::Saturday || weekday == std::chrono::Sunday) return false;
  const std::string iso = iso_of(day);
  for (const auto& [division, days] : holidays)
    if ((nation != "Scotland" || division == "scotland") && days.contains(iso)) return false;
  return true;
}

}  // namespace

BankHolidays load_bank_holidays(const VocabularyLayers& layers) {
  const std::string file = "bank_holidays.csv";
  const CsvTable table = layers.rows(file, "");
  BankHolidays out;
  for (size_t i = 0; i < table.rows.size(); ++i) {
    const std::string& day = table.at(i, "day");
    if (!day_of(day)) throw std::runtime_error(layers.place(file, table, i) + "a day is written 2019-04-30, not \"" + day + '"');
    out[table.at(i, "division")].insert(day);
  }
  return out;
}

std::string working_days_after(std::string_view iso, int days, std::string_view nation, const Vocabulary& vocabulary) {
  auto day = day_of(iso);
  if (!day) return {};
  for (int left = days; left > 0;)
    if (is_working_day(*day += std::chrono::days{1}, nation, vocabulary.tables().bank_holidays)) --left;
  return iso_of(*day);
}

int working_days_between(std::string_view from, std::string_view to, std::string_view nation, const Vocabulary& vocabulary) {
  auto day = day_of(from);
  const auto last = day_of(to);
  if (!day || !last) return -1;
  int count = 0;
  for (int steps = 0; *day < *last && steps < longest_wait_days; ++steps)
    count += is_working_day(*day += std::chrono::days{1}, nation, vocabulary.tables().bank_holidays);
  return count;
}

std::string bank_holidays_known_until(const Vocabulary& vocabulary) {
  std::string last;
  for (const auto& [division, days] : vocabulary.tables().bank_holidays)
    if (!days.empty() && *days.rbegin() > last) last = *days.rbegin();
  return last.empty() ? last : last.substr(0, 4) + "-12-31";
}

}  // namespace muster
