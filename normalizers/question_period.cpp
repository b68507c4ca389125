#include "normalizers/question_period.h"

#include "normalizers/sentences.h"

namespace muster {

bool is_of_other_sentence(const TextReading& question, const PeriodMatch& period, std::string_view measure) {
  bool asked_elsewhere = false, asks_here = false, other_here = false;
  for (const Span& sentence : find_sentences(question.text)) {
    const bool here = period.begin >= sentence.begin && period.begin < sentence.end;
    for (const Mention& m : question.mentions) {
      if (m.kind != MentionKind::measure || m.begin < sentence.begin || m.begin >= sentence.end) continue;
      if (m.code == measure) asks_here = asks_here || here, asked_elsewhere = asked_elsewhere || sentence.end <= period.begin;  // a date in front holds for what follows
      else other_here = other_here || here;
    }
  }
  return asked_elsewhere && other_here && !asks_here;
}

}  // namespace muster
