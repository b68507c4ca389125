#include "extractors/read/compound_file.h"

#include <doctest/doctest.h>

#include "tests/hand_made_compound_file.h"

using namespace muster;

TEST_CASE("compound_file: streams by path, over several sectors") {
  const std::string large(5000, 'x');
  const std::string bytes = testing::compound_of({{"WordDocument", "text"}, {"Large", large}, {"pool/One", "1"}, {"pool/Two", "2"}, {"Empty", ""}});
  const CompoundFile file(bytes);
  REQUIRE(file.failure() == "");
  CHECK(file.paths() == std::vector<std::string>{"Empty", "Large", "WordDocument", "pool/One", "pool/Two"});
  CHECK(file.read("WordDocument", 100) == "text");
  CHECK(file.read("Large", 100'000) == large);
  CHECK(file.read("Large", 700) == std::string(700, 'x'));
  CHECK(file.read("pool/Two", 100) == "2");
  CHECK(file.read("Empty", 100) == "");
  CHECK(!file.read("Absent", 100).has_value());
}

TEST_CASE("compound_file: damaged files end, whatever their tables say") {
  const std::string sound = testing::compound_of({{"Stream", std::string(2000, 'x')}});
  for (size_t size = 0; size < sound.size(); size += 97) {
    const std::string cut = sound.substr(0, size);
    const CompoundFile file(cut);
    if (file.failure().empty()) file.read("Stream", 10'000);
  }
  for (size_t at = 512; at < sound.size(); at += 4) {  // every link in turn to the first sector: circles
    std::string circular = sound;
    circular.replace(at, 4, std::string(4, '\0'));
    const CompoundFile file(circular);
    if (file.failure().empty()) CHECK(file.read("Stream", 10'000).value_or("").size() <= 10'000);
  }
}

TEST_CASE("utf16le_as_utf8: surrogates, and halves of them") {
  CHECK(utf16le_as_utf8(std::string("\xA3\0" "5\0", 4)) == "\u00A3" "5");
  CHECK(utf16le_as_utf8(std::string("\x3D\xD8\x00\xDE", 4)) == "\U0001F600");
  CHECK(utf16le_as_utf8(std::string("\x3D\xD8x\0", 4)) == "\uFFFDx");
}
