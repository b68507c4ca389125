#include "normalizers/list_measure.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "normalizers/propose.h"
#include "normalizers/resolve.h"
#include "schemas/text.h"

using namespace muster;

namespace {

// A heading, a line that opens a list, and its items.
Outline outline_of_list(const std::string& heading, const std::vector<std::string>& lines) {
  Outline outline;
  outline.nodes.push_back({NodeKind::document});
  const auto add = [&](NodeKind kind, int parent, const std::string& text) {
    Node node{kind, parent};
    node.span = {static_cast<uint32_t>(outline.text.size()), static_cast<uint32_t>(outline.text.size() + text.size())};
    outline.text += text + "\n\n";
    outline.nodes.push_back(node);
  };
  add(NodeKind::section, 0, heading);
  for (size_t i = 0; i < lines.size(); ++i) add(i == 0 ? NodeKind::paragraph : NodeKind::list_item, 1, lines[i]);
  return outline;
}

std::string rows_of(const std::string& heading, const std::vector<std::string>& lines) {
  static const Vocabulary vocabulary = Vocabulary::load(MUSTER_SOURCE_DIR "/schemas/vocabulary");
  const Outline outline = outline_of_list(heading, lines);
  Diagnostics diagnostics;
  std::vector<std::string> out;
  for (const Observation& o : resolve("d1", propose(outline, vocabulary, diagnostics), outline, {}, vocabulary, diagnostics))
    out.push_back(o.measure + " " + o.quantity.value);
  return joined(out, " | ");
}

}  // namespace

TEST_CASE("items of a list take their measure from the words over it") {
  CHECK(rows_of("Market supplement", {"It goes with these roles:", "Social worker: \u00A32,000 per annum", "Team manager: \u00A34,000 per annum"}) ==
        "market_supplement 2000 | market_supplement 4000");
  CHECK(rows_of("Our offer", {"The salaries of social workers are:", "Social worker: \u00A332,000 per annum"}) == "salary 32000");
}
