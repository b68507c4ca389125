#include "normalizers/figure_label.h"

#include <doctest/doctest.h>

#include "schemas/text.h"
#include "tests/shipped_vocabulary.h"

using namespace muster;

namespace {

std::string labels_of(const char* text) {
  const TextReading reading = read_words(text, shipped());
  std::vector<std::string> out;
  for (const Mention& m : reading.mentions)
    if (m.kind == MentionKind::quantity || m.kind == MentionKind::absence) out.push_back(label_of_figure(reading, m));
  return joined(out, "|");
}

}  // namespace

TEST_CASE("label_of_figure: names in front of figures") {
  struct Case { const char *text, *labels; };
  const Case cases[] = {
      {"Northfield: 14", "Northfield"},
      {"b) Duty team – 14", "Duty team"},
      {"Northfield 16, Southfield 9, Westfield 11", "Northfield|Southfield|Westfield"},
      {"Northfield: 14; Southfield: 9", "Northfield|Southfield"},
      {"Duty – 16 social workers (6 agency workers)", "Duty|Duty"},
      {"14 in the north", ""},
      {"There were 16 and then 9", ""},
      {"Northfield 16", ""},
  };
  for (const Case& c : cases) CHECK_MESSAGE(labels_of(c.text) == c.labels, std::string(c.text) << " -> " << labels_of(c.text));
}
