#include "extractors/outline/split_passages.h"

#include <doctest/doctest.h>

#include "extractors/outline/compose_text.h"
#include "tests/letter_notation.h"

using namespace muster;

namespace {

std::string split_text(const Block& block) {
  Blocks blocks;
  blocks.blocks = {block};
  std::string out;
  for (const Passage& p : split_passages(compose_text(blocks).passages, notation::words())) out += (out.empty() ? "" : "|") + p.text;
  return out;
}

}  // namespace

TEST_CASE("split_passages: labels and numbers in mid-line") {
  struct Case { const char *text, *pieces; };
  const Case cases[] = {
      {"Request: How many?", "Request:|How many?"},
      {"1. How many came? 2. How many left.", "1. How many came?|2. How many left."},
      {"1) How many?2) How long?3) Who?", "1) How many?|2) How long?|3) Who?"},
      {"3. Many applied. a. Have you looked abroad?", "3. Many applied.|a. Have you looked abroad?"},
      {"1. It rose by 2. Then it fell", "1. It rose by 2. Then it fell"},
      {"1. The officer is J. a. Smith", "1. The officer is J. a. Smith"},
      {"Note: this is text", "Note: this is text"},
      {"Tell me: 1) how many hold cases 2) how many of these are agency 3) the most that one holds 4) who checks", "Tell me:|1) how many hold cases|2) how many of these are agency|3) the most that one holds|4) who checks"},
      {"Request. (i) How many left? (ii) Why did they?", "Request.|(i) How many left?|(ii) Why did they?"},
      {"You asked: (a) how many left; (b) how many came.", "You asked:|(a) how many left;|(b) how many came."},
      {"1) Of those in 1) how many stayed", "1) Of those in 1) how many stayed"},
  };
  for (const Case& c : cases) {
    Block block;
    block.text = c.text;
    CHECK_MESSAGE(split_text(block) == c.pieces, split_text(block));
  }
}

TEST_CASE("split_passages: printed lines that begin with a number or are a heading of one side") {
  Block block;
  block.text = "1. 11.3 posts 2.a) 10.3 b) 1 Response 13-10-2025 3. Text of the answer";
  for (const char* line : {"1. 11.3 posts", "2.a) 10.3", "b) 1", "Response 13-10-2025", "3. Text of", "the answer"}) {
    block.lines.emplace_back();
    block.lines.back().text = line;
  }
  CHECK(split_text(block) == "1. 11.3 posts|2.a) 10.3|b) 1|Response 13-10-2025|3. Text of the answer");
}
