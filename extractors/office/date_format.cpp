#include "extractors/office/date_format.h"

#include <chrono>
#include <cmath>
#include <cstdio>

namespace muster {
namespace {

using Kind = FormatToken::Kind;

constexpr double last_serial = 2958466;  // 1 January 10000
constexpr int seconds_a_day = 86'400;
// The 1900 system counts a 29 February 1900 that never was; serials up to it are a day behind.
constexpr double last_serial_before_the_gap = 60;

struct Moment {
  int year = 0, month = 0, day = 0, weekday = 0, hour = 0, minute = 0, second = 0;
  double serial = 0;
};

Moment moment_of(double serial, bool since_1904) {
  using namespace std::chrono;
  double days = std::floor(serial);
  int seconds = static_cast<int>(std::llround((serial - days) * seconds_a_day));
  if (seconds == seconds_a_day) seconds = 0, days += 1;
  sys_days date = since_1904 ? sys_days(year{1904} / January / 1) : sys_days(year{1899} / December / 30);
  if (!since_1904 && days <= last_serial_before_the_gap) days += 1;
  date += std::chrono::days(static_cast<int>(days));
  const year_month_day ymd(date);
  return {.year = static_cast<int>(ymd.year()), .month = static_cast<int>(static_cast<unsigned>(ymd.month())),
          .day = static_cast<int>(static_cast<unsigned>(ymd.day())), .weekday = static_cast<int>(weekday(date).c_encoding()),
          .hour = seconds / 3600, .minute = seconds / 60 % 60, .second = seconds % 60, .serial = serial};
}

std::string number(long value, size_t width) {
  char out[32];
  std::snprintf(out, sizeof out, "%0*ld", static_cast<int>(width), value);
  return out;
}

std::string month_words(int month, size_t width) {
  static constexpr const char* names[] = {"January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"};
  const std::string name = names[month - 1];
  return width == 3 ? name.substr(0, 3) : width == 5 ? name.substr(0, 1) : name;
}

std::string day_words(int weekday, size_t width) {
  static constexpr const char* names[] = {"Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"};
  const std::string name = names[weekday];
  return width == 3 ? name.substr(0, 3) : name;
}

// "m" is minutes next to hours or seconds, else months.
bool means_minutes(const std::vector<FormatToken>& tokens, size_t at) {
  for (size_t i = at; i-- > 0;) {
    if (tokens[i].kind != Kind::date && tokens[i].kind != Kind::elapsed) continue;
    if (tokens[i].text[0] == 'h') return true;
    break;
  }
  for (size_t i = at + 1; i < tokens.size(); ++i) {
    if (tokens[i].kind != Kind::date) continue;
    return tokens[i].text[0] == 's';
  }
  return false;
}

std::string shown_field(const FormatToken& token, const Moment& t, bool minutes, bool half_days) {
  const size_t width = token.text.size();
  switch (token.text[0]) {
    case 'y': return width <= 2 ? number(t.year % 100, 2) : number(t.year, 4);
    case 'm':
      if (minutes) return number(t.minute, width);
      return width >= 3 ? month_words(t.month, width) : number(t.month, width);
    case 'd': return width >= 3 ? day_words(t.weekday, width) : number(t.day, width);
    case 'h': return number(half_days ? (t.hour + 11) % 12 + 1 : t.hour, width);
    default: return number(t.second, width);
  }
}

std::string shown_elapsed(const FormatToken& token, const Moment& t) {
  const double hours = t.serial * 24;
  return number(static_cast<long>(token.text == "h" ? hours : token.text == "m" ? hours * 60 : hours * 3600), 1);
}

}  // namespace

std::string shown_date(double serial, const std::vector<FormatToken>& tokens, bool since_1904) {
  if (serial < 0 || serial >= last_serial) return {};
  const Moment t = moment_of(serial, since_1904);
  bool half_days = false;
  for (const FormatToken& token : tokens) half_days |= token.kind == Kind::half_day;
  std::string out;
  for (size_t i = 0; i < tokens.size(); ++i) {
    const FormatToken& token = tokens[i];
    if (token.kind == Kind::date) out += shown_field(token, t, token.text[0] == 'm' && means_minutes(tokens, i), half_days);
    else if (token.kind == Kind::elapsed) out += shown_elapsed(token, t);
    else if (token.kind == Kind::half_day) out += t.hour < 12 ? "AM" : "PM";
    else if (token.kind == Kind::digit) out += "0";  // fractions of a second
    else out += token.text;
  }
  return out;
}

}  // namespace muster
