// A piece of text read with the workforce vocabulary: which figures, periods, measures, services … it mentions, and where.
// TextReading takes no decision: which of the words belong to which figure is told later (bind.h for a sentence, scene.h for
// the headers and questions around it).
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "normalizers/period.h"
#include "normalizers/quantity.h"
#include "normalizers/vocabulary.h"

namespace muster {

enum class MentionKind { quantity, absence, period, measure, area, service, category, role, grade, unit, breakdown, marker, subject };

struct Mention {
  MentionKind kind = MentionKind::quantity;
  size_t begin = 0, end = 0;  // bytes in TextReading::text
  std::string code;           // measure, GSS code, service, status …; absence "zero": said to be none; subject: workforce or other_workforce
  std::string detail;         // OrgRole of a role, value of a breakdown or grade
  std::string scope;          // of the vocabulary's row
  int weight = 0;
  int index = -1;             // quantity: in TextReading::quantities; period: in TextReading::periods
};

struct TextReading {
  std::string text;
  std::vector<Mention> mentions;          // by begin; mentions of one kind do not overlap
  std::vector<QuantityMatch> quantities;  // only those that are figures, not parts of a grade, a role or a length of service
  std::vector<PeriodMatch> periods;

  bool has(MentionKind kind) const;
  bool has(MentionKind kind, std::string_view code) const;
  // The heaviest mention of the kind, the first among equals; null when there is none.
  const Mention* best(MentionKind kind) const;
};

// What kind of text is read: running words, or a data cell that may be nothing but its figure ("2018" is then a number).
enum class TextKind { words, cell };

TextReading read_words(std::string_view text, const Vocabulary& vocabulary, TextKind kind = TextKind::words);

// "1991 25,538 1992 26,510 …": years and their figures in turn, three or more; a footnote mark may stand among them.
bool pairs_years(const TextReading& reading);

// The one period of a text; null where it names none or several.
const PeriodMatch* only_period(const TextReading& reading);

// Whether a period stands right before the figure.
bool is_paired_with_year(const TextReading& reading, const Mention& figure);

// What a text says beside the words that are known: "re referrals" of "Number of re-referrals 2019". Folded; empty when all
// is known. Words left over mean a subject of its own, which must not borrow its measure from a question further away.
std::string unknown_words(const TextReading& reading, const Vocabulary& vocabulary);

}  // namespace muster
