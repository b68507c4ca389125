// Whether a reply repeats the words of a question, and where its own words begin.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace muster {

// A text as words, prepared once where it is compared with many.
struct EchoWord {
  std::string key;
  size_t begin = 0, end = 0;
};
using EchoWords = std::vector<EchoWord>;
EchoWords echo_words(std::string_view text);

struct Echo {
  size_t length = 0;       // bytes of the reply's text that repeat the question; 0 when it does not begin with it
  double coverage = 0;     // share of the question's words found in order, 0..1
  bool whole = false;      // nothing but the question stands there
};

// Aligns the front of `text` with the question's wording, word by word in order. A few words may be left out or changed, as
// councils shorten what they repeat; a sentence that only re-uses the question's words has too many of its own to count.
Echo find_echo(std::string_view text, std::string_view question);
Echo find_echo(std::string_view text, const EchoWords& said, const EchoWords& asked);

}  // namespace muster
