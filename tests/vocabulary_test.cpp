#include "normalizers/vocabulary.h"

#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>

#include "normalizers/authority.h"
#include "tests/test_directory.h"

using namespace muster;

namespace {

const std::string shipped = MUSTER_SOURCE_DIR "/schemas/vocabulary";

// A directory of its own for each test, gone afterwards.
struct Overlay {
  std::filesystem::path path = test_directory("vocabulary");
  Overlay() { std::filesystem::create_directories(path); }
  ~Overlay() { std::filesystem::remove_all(path); }
  void write(const std::string& file, const std::string& text) const { std::ofstream(path / file) << text; }
};

}  // namespace

TEST_CASE("Vocabulary::load: a row of the overlay replaces by key or adds, and the version changes") {
  const Overlay overlay;
  overlay.write("authorities.csv", "code,name,short_name,kind,domains\nE06000015,Derby City Council,Derby,unitary,derby.example\nX1,Newtown Council,Newtown,unitary,\n");
  const Vocabulary plain = Vocabulary::load(shipped), laid = Vocabulary::load(shipped, overlay.path.string());
  CHECK(authority_of_address("a@derby.example", laid) == std::vector<std::string>{"E06000015"});
  CHECK(authority_of_address("a@derby.gov.uk", laid).empty());
  CHECK(authority_named("Newtown Council", laid) == std::vector<std::string>{"X1"});
  CHECK(authority_named("Newtown Council", plain).empty());
  CHECK(plain.version() != laid.version());
  CHECK(plain.version() == Vocabulary::load(shipped).version());
}

TEST_CASE("Vocabulary::load: what is wrong is said with file and line") {
  const Overlay overlay;
  const std::string path = (overlay.path / "authorities.csv").string();
  overlay.write("authorities.csv", "code,name,start\nX1,Newtown,1 April\n");
  CHECK_THROWS_WITH(Vocabulary::load(shipped, overlay.path.string()), doctest::Contains((path + ":2: '1 April' is no day").c_str()));
  overlay.write("authorities.csv", "code,names\nX1,Newtown\n");
  CHECK_THROWS_WITH(Vocabulary::load(shipped, overlay.path.string()), doctest::Contains("the column 'names' is unknown"));
  CHECK_THROWS(Vocabulary::load("/nowhere"));
}
